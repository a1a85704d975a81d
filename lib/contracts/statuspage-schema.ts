import { z } from 'zod';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { maintenanceStatuses } from '@/lib/domain/maintenance';
import { serviceStatuses } from '@/lib/domain/service-status';

/** Statuspage's JSON: every key it has and no other, in its order. What we answer is typed and documented by these. */

const time = z.iso.datetime({ offset: true });
const status = z.enum(serviceStatuses);

export const statuspagePage = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.url(),
  time_zone: z.string(),
  updated_at: time.describe('Changes with everything that visitors can see change.'),
});

const componentFields = {
  id: z.string(),
  name: z.string(),
  status,
  created_at: time,
  updated_at: time,
  position: z.int(),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z.iso.date().nullable(),
  group_id: z.string().nullable().describe('The group it belongs to, which is a row of the same list.'),
  page_id: z.string(),
  group: z.literal(false),
  only_show_if_degraded: z.boolean(),
};

export const statuspageComponent = z.strictObject(componentFields);

export const statuspageGroup = z.strictObject({
  ...componentFields,
  group: z.literal(true),
  components: z.array(z.string()).describe('The ids of its components, in the order of the page.'),
});

export const statuspageAffected = z.strictObject({
  code: z.string(),
  name: z.string(),
  old_status: status,
  new_status: status,
});

/** What an update may be called: those of incidents (with Statuspage's post-mortem) and those of planned work. */
const updateStatuses = [...new Set([...incidentStatuses, 'postmortem', ...maintenanceStatuses] as const)];

export const statuspageUpdate = z.strictObject({
  id: z.string(),
  status: z.enum(updateStatuses),
  body: z.string().describe('Markdown.'),
  incident_id: z.string(),
  created_at: time,
  updated_at: time,
  display_at: time,
  affected_components: z.array(statuspageAffected).nullable(),
  deliver_notifications: z.boolean(),
  custom_tweet: z.null(),
  tweet_id: z.null(),
});

const sharedFields = {
  created_at: time,
  updated_at: time,
  monitoring_at: time.nullable(),
  resolved_at: time.nullable(),
};
const sharedTail = {
  shortlink: z.url(),
  started_at: time,
  page_id: z.string(),
  incident_updates: z.array(statuspageUpdate).min(1).describe('Newest first.'),
  components: z.array(statuspageComponent),
};

export const statuspageIncident = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum([...new Set([...incidentStatuses, 'postmortem'] as const)]),
  ...sharedFields,
  impact: z.enum(impacts),
  ...sharedTail,
  reminder_intervals: z.null(),
});

export const statuspageMaintenance = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(maintenanceStatuses),
  ...sharedFields,
  impact: z.literal('maintenance'),
  ...sharedTail,
  scheduled_for: time,
  scheduled_until: time,
});

export const statuspageIndicators = ['none', 'minor', 'major', 'critical', 'maintenance'] as const;

export const statuspageStatus = z.strictObject({
  indicator: z.enum(statuspageIndicators),
  description: z.string(),
});

export type StatuspagePage = z.infer<typeof statuspagePage>;
export type StatuspageComponent = z.infer<typeof statuspageComponent>;
export type StatuspageGroup = z.infer<typeof statuspageGroup>;
export type StatuspageAffected = z.infer<typeof statuspageAffected>;
export type StatuspageUpdate = z.infer<typeof statuspageUpdate>;
export type StatuspageIncident = z.infer<typeof statuspageIncident>;
export type StatuspageMaintenance = z.infer<typeof statuspageMaintenance>;
export type StatuspageStatus = z.infer<typeof statuspageStatus>;
