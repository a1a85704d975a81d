import { affectedServices } from '@/app/admin/_incidents/affected-services';

/** What the form of a new incident or update says, in the contract's shape. */
export function readIncidentForm(form: FormData): Record<string, unknown> {
  const fields = Object.fromEntries(form);
  return { ...fields, ...(form.has('impactOverride') && readImpact(form)), services: affectedServices(form) };
}

/** The select's empty value means: follow the services. */
export function readImpact(form: FormData): { impactOverride: unknown } {
  return { impactOverride: form.get('impactOverride') || null };
}
