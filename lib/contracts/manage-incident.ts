import type { AffectedService, Incident } from '@/lib/domain/incident';
import { Refusal } from '@/lib/domain/refusal';
import type { Service } from '@/lib/domain/service';
import type { EditIncidentInput, OpenIncidentInput, PostIncidentUpdateInput } from './incident-input';
import type { ChangeIncidentRequest, CreateIncidentRequest } from './manage-api';

type Services = ReadonlyMap<string, Service>;

/** What a script asks for by PATCH: an update to the timeline, an edit beside it, or nothing new. */
export type IncidentChange =
  | { kind: 'post'; input: PostIncidentUpdateInput }
  | { kind: 'edit'; input: EditIncidentInput }
  | { kind: 'none' };

/** A new incident; services named in `component_ids` alone are concerned, with the status they have. */
export function toOpenIncidentInput(asked: CreateIncidentRequest, services: Services): OpenIncidentInput {
  return {
    title: asked.name,
    status: asked.status ?? 'investigating',
    impactOverride: asked.impact_override ?? null,
    body: asked.body ?? '',
    services: affectedBy(asked, services, new Set()),
  };
}

/**
 * What a change asks of the incident as it is. A status, words or components are an update; the present status
 * alone is nothing new, so that a script may say it again and again.
 */
export function toIncidentChange(
  asked: ChangeIncidentRequest,
  present: Incident,
  services: Services,
): IncidentChange {
  const known = new Set(present.services.map((service) => service.id));
  const affected = affectedBy(asked, services, known);
  const edits = {
    ...(asked.name !== undefined && { title: asked.name }),
    ...(asked.impact_override !== undefined && { impactOverride: asked.impact_override }),
  };
  const isNewStatus = asked.status !== undefined && asked.status !== present.status;
  if (isNewStatus || asked.body || affected.length > 0) {
    const status = asked.status && { status: asked.status };
    return { kind: 'post', input: { ...edits, ...status, body: asked.body ?? '', services: affected } };
  }
  const isEdited =
    (edits.title ?? present.title) !== present.title ||
    (edits.impactOverride !== undefined && edits.impactOverride !== present.impactOverride);
  return isEdited ? { kind: 'edit', input: edits } : { kind: 'none' };
}

/** `components` says how hard each is hit; an id in `component_ids` alone joins as it is, once. */
function affectedBy(
  asked: Pick<ChangeIncidentRequest, 'component_ids' | 'components'>,
  services: Services,
  known: ReadonlySet<string>,
): AffectedService[] {
  const said = new Map(Object.entries(asked.components ?? {}));
  for (const id of asked.component_ids ?? []) {
    // What the incident already says of a service stands: repeating the id says nothing new.
    if (said.has(id) || known.has(id)) continue;
    const service = services.get(id);
    if (!service || service.archivedAt)
      throw new Refusal('invalid', `There is no component ${id}.`, 'component_ids');
    said.set(id, service.status);
  }
  return [...said].map(([id, status]) => ({ id, status }));
}
