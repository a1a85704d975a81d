import { type Incident, isOpen, laterThan } from './incident';
import { Refusal } from './refusal';

/** The incident with a post-mortem, or with none again. Refused while it is open: nobody knows its end yet. */
export function withPostMortem(incident: Incident, postMortem: string | null, now: Date): Incident {
  if (isOpen(incident)) {
    throw new Refusal('invalid', 'A post-mortem is published once the incident is resolved.', 'postMortem');
  }
  const at = laterThan(incident.updatedAt, now);
  return {
    ...incident,
    postMortem,
    postMortemAt: postMortem === null ? null : (incident.postMortemAt ?? at),
    version: incident.version + 1,
    updatedAt: at,
  };
}
