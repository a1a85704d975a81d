import { readFileSync } from 'node:fs';
import type {
  StatuspageComponent,
  StatuspageGroup,
  StatuspageIncident,
  StatuspageMaintenance,
  StatuspageUpdate,
} from '@/lib/contracts/statuspage-schema';
import { toStatuspageSite } from '@/lib/contracts/statuspage-site';
import type { Incident } from '@/lib/domain/incident';
import type { Maintenance } from '@/lib/domain/maintenance';
import type { Service, ServiceGroup } from '@/lib/domain/service';
import type { StatusRecord } from '@/lib/queries/get-status-record';

const folder = 'tests/fixtures/statuspage-v2';

/** What Statuspage answers at this path: true shapes, invented values. */
export function fixtureText(path: string): string {
  return readFileSync(`${folder}/${path}`, 'utf8');
}

// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asks for
export const fixture = (path: string): any => JSON.parse(fixtureText(path));

/** The installation that those bodies tell of, in our own words. */
export function fixtureRecord(): StatusRecord {
  const { page, components } = fixture('api/v2/components.json');
  const rows: (StatuspageComponent | StatuspageGroup)[] = components;
  const source = {
    id: page.id,
    name: page.name,
    timeZone: page.time_zone,
    updatedAt: new Date(page.updated_at),
  };
  return {
    revision: 7,
    site: toStatuspageSite({
      page: source,
      origin: page.url,
      services: rows.filter((row) => !row.group).map(toService),
      groups: rows.filter((row) => row.group).map(toGroup),
    }),
    incidents: fixture('api/v2/incidents.json').incidents.map(toIncident),
    maintenances: fixture('api/v2/scheduled-maintenances.json').scheduled_maintenances.map(toMaintenance),
    cancelled: [],
    icon: null,
  };
}

const times = (row: { created_at: string; updated_at: string }) => ({
  createdAt: new Date(row.created_at),
  updatedAt: new Date(row.updated_at),
});
const timeOrNull = (text: string | null) => (text === null ? null : new Date(text));

function toService(row: StatuspageComponent | StatuspageGroup): Service {
  return {
    id: row.id,
    name: row.name,
    slug: row.name.toLowerCase().replace(' ', '-'),
    description: row.description,
    groupId: row.group_id,
    position: row.position,
    status: row.status,
    ownStatus: row.status,
    showcase: row.showcase,
    onlyShowIfDegraded: row.only_show_if_degraded,
    startDate: row.start_date,
    archivedAt: null,
    ...times(row),
  };
}

function toGroup(row: StatuspageComponent | StatuspageGroup): ServiceGroup {
  const { id, name, description, position } = row;
  return { id, name, description, position, ...times(row) };
}

function toIncident(row: StatuspageIncident): Incident {
  const postMortem = row.incident_updates.find(({ status }) => status === 'postmortem');
  return {
    id: row.id,
    title: row.name,
    status: postMortem ? 'resolved' : (row.status as Incident['status']),
    impact: row.impact,
    impactOverride: null,
    startedAt: new Date(row.started_at),
    monitoringAt: timeOrNull(row.monitoring_at),
    resolvedAt: timeOrNull(row.resolved_at),
    postMortem: postMortem?.body ?? null,
    postMortemAt: timeOrNull(postMortem?.created_at ?? null),
    version: 1,
    ...times(row),
    services: row.components.map(({ id, status }) => ({ id, status })),
    updates: row.incident_updates
      .filter((update) => update !== postMortem)
      .map((update) => ({
        ...toUpdate(update),
        status: update.status as Incident['status'],
        services: (update.affected_components ?? []).map(({ code, old_status, new_status }) => ({
          id: code,
          oldStatus: old_status,
          status: new_status,
        })),
      })),
  };
}

function toMaintenance(row: StatuspageMaintenance): Maintenance {
  return {
    id: row.id,
    title: row.name,
    status: row.status,
    scheduledStartAt: new Date(row.scheduled_for),
    scheduledEndAt: new Date(row.scheduled_until),
    startedAt: row.status === 'scheduled' ? null : new Date(row.scheduled_for),
    autoStart: true,
    autoComplete: true,
    completedAt: timeOrNull(row.resolved_at),
    version: 1,
    ...times(row),
    serviceIds: row.components.map(({ id }) => id),
    updates: row.incident_updates.map((update) => ({
      ...toUpdate(update),
      status: update.status as Maintenance['status'],
    })),
  };
}

function toUpdate(update: StatuspageUpdate) {
  return { id: update.id, body: update.body, ...times(update) };
}
