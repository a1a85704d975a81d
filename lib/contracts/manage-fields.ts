import { maintenanceStatuses } from '@/lib/domain/maintenance';
import type { FieldProblem } from './problem';

/**
 * Fields of Statuspage's that we accept and ignore: without them a script's incident still says what it should.
 * Notices, tweets and reminders reach nobody here yet; metadata is the script's own note.
 */
export const ignoredIncidentFields = [
  'deliver_notifications',
  'auto_tweet_at_beginning',
  'auto_tweet_on_completion',
  'auto_tweet_on_creation',
  'auto_tweet_one_hour_before',
  'auto_transition_deliver_notifications_at_end',
  'auto_transition_deliver_notifications_at_start',
  'auto_transition_to_maintenance_state',
  'auto_transition_to_operational_state',
  'scheduled_remind_prior',
  'scheduled_auto_transition',
  'reminder_intervals',
  'metadata',
] as const;

const notPlanned = 'An incident can not become planned maintenance. Make a new one with a window.';
const notBackdated = 'An incident can not be dated back through this API yet.';

/** What a request asks for planned maintenance in, empty if it asks for an incident. */
export function plannedFields(body: unknown): FieldProblem[] {
  const asked = recordIn(recordIn(body).incident);
  const found = given(asked, ['scheduled_for', 'scheduled_until'], notPlanned);
  if (maintenanceStatuses.some((status) => status === asked.status)) {
    found.push({ field: 'incident.status', message: notPlanned });
  }
  if (asked.impact_override === 'maintenance') {
    found.push({ field: 'incident.impact_override', message: notPlanned });
  }
  return found;
}

/** What a well-formed Statuspage request asks of anything new that we would have to drop in silence. */
export function backdatedFields(body: unknown): FieldProblem[] {
  return given(recordIn(recordIn(body).incident), ['backfill_date', 'backfilled'], notBackdated);
}

/** What a well-formed Statuspage request asks of an incident that can't be had. */
export function unsupportedIncidentFields(body: unknown): FieldProblem[] {
  return [...plannedFields(body), ...backdatedFields(body)];
}

/** Empty values ask for nothing: many clients send every field they know. */
function given(asked: Record<string, unknown>, fields: string[], message: string): FieldProblem[] {
  return fields
    .filter((field) => Object.hasOwn(asked, field) && !isEmpty(asked[field]))
    .map((field) => ({ field: `incident.${field}`, message }));
}

function recordIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false;
}

const statuspageNames: Record<string, string> = {
  title: 'name',
  impactOverride: 'impact_override',
  services: 'components',
  concernedServices: 'component_ids',
  postMortem: 'postmortem',
  scheduledStartAt: 'scheduled_for',
  scheduledEndAt: 'scheduled_until',
  groupId: 'group_id',
  onlyShowIfDegraded: 'only_show_if_degraded',
  startDate: 'start_date',
};

/** The name under which a request's fields go. */
export type ManageSubject = 'page' | 'incident' | 'component';

/** The field of a request that a Refusal means by its own name: `title` of an incident → `incident.name`. */
export function manageField(subject: ManageSubject, field: string): string {
  return `${subject}.${statuspageNames[field] ?? field}`;
}
