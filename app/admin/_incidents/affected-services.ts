import type { AffectedService } from '@/lib/domain/incident';
import type { ServiceStatus } from '@/lib/domain/service-status';

const prefix = 'service.';

/** The name of the control that says how hard a service is hit. */
export function affectedName(serviceId: string): string {
  return `${prefix}${serviceId}`;
}

/** What a form says of services; those left as they are say nothing. Its words are checked by the contract. */
export function affectedServices(form: FormData): AffectedService[] {
  return [...form]
    .filter(([name, value]) => name.startsWith(prefix) && value !== '')
    .map(([name, value]) => ({ id: name.slice(prefix.length), status: value as ServiceStatus }));
}
