import type { Incident, NamedService } from '@/lib/domain/incident';
import type { EditIncidentInput, OpenIncidentInput, PostIncidentUpdateInput } from './incident-input';
import type { ChangeIncidentRequest, CreateIncidentRequest } from './manage-api';

/** What a script asks for by PATCH: an update to the timeline, an edit beside it, or nothing new. */
export type IncidentChange =
  | { kind: 'post'; input: PostIncidentUpdateInput }
  | { kind: 'edit'; input: EditIncidentInput }
  | { kind: 'none' };

/** A new incident; services named in `component_ids` alone are concerned. */
export function toOpenIncidentInput(asked: CreateIncidentRequest): OpenIncidentInput {
  return {
    title: asked.name,
    status: asked.status ?? 'investigating',
    impactOverride: asked.impact_override ?? null,
    body: asked.body ?? '',
    services: namedBy(asked, new Set()),
  };
}

/**
 * What a change asks of the incident as it is. A status, words or components are an update; the present status
 * alone is nothing new, so that a script may say it again and again.
 */
export function toIncidentChange(asked: ChangeIncidentRequest, present: Incident): IncidentChange {
  const known = new Set(present.services.map((service) => service.id));
  const affected = namedBy(asked, known);
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

/** `components` says how hard each is hit; an id in `component_ids` alone is concerned, and shows as it is. */
function namedBy(
  asked: Pick<ChangeIncidentRequest, 'component_ids' | 'components'>,
  known: ReadonlySet<string>,
): NamedService[] {
  const said = Object.entries(asked.components ?? {}).map(([id, status]) => ({ id, status }));
  const saidIds = new Set(said.map(({ id }) => id));
  // What the incident already says of a service stands: repeating the id says nothing new.
  const concerned = new Set(asked.component_ids?.filter((id) => !saidIds.has(id) && !known.has(id)));
  return [...said, ...[...concerned].map((id) => ({ id }))];
}
