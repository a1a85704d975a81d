import { type Actor, mayManageServices, mayRespond } from '@/lib/domain/actor';
import { Refusal } from '@/lib/domain/refusal';

/** Refuses anyone who may not publish. First line of every operation on incidents and statuses. */
export function requireResponder(actor: Actor): void {
  if (!mayRespond(actor.role)) throw new Refusal('forbidden', 'Your role may read, but not publish.');
}

/** Refuses anyone who may not shape the page. First line of every operation on services, groups and branding. */
export function requireManager(actor: Actor, what = 'services'): void {
  if (!mayManageServices(actor.role)) throw new Refusal('forbidden', `Your role may not change ${what}.`);
}
