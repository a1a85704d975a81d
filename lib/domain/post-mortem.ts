import { type Incident, isOpen, laterThan } from './incident';
import { Refusal } from './refusal';

export type PostMortemChange = { body?: string | null | undefined; isPublished?: boolean | undefined };

/** The incident with another post-mortem. Nothing can't be published, nor anything before the incident's end is known. */
export function withPostMortem(incident: Incident, change: PostMortemChange, now: Date): Incident {
  const { body = incident.postMortem, isPublished = incident.postMortemAt !== null } = change;
  const isShown = isPublished && body !== null;
  if (change.isPublished && body === null) {
    throw new Refusal('invalid', 'There is no post-mortem to publish. Write one first.', 'postMortem');
  }
  if (isShown && isOpen(incident)) {
    throw new Refusal('invalid', 'A post-mortem is published once the incident is resolved.', 'postMortem');
  }
  const at = laterThan(incident.updatedAt, now);
  // A draft is nothing that visitors could notice.
  const isVisible = isShown || incident.postMortemAt !== null;
  return {
    ...incident,
    postMortem: body,
    postMortemAt: isShown ? (incident.postMortemAt ?? at) : null,
    version: incident.version + 1,
    updatedAt: isVisible ? at : incident.updatedAt,
  };
}
