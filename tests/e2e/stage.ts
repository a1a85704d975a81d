import type { PublicIncident, StatusSnapshot } from '@/lib/contracts/live-state';
import { before, day, hour } from '../support/status-fixtures';
import type { Publisher } from './visitor-fixtures';

type Row = Record<string, unknown>;
type Insert = (table: string, rows: Row[]) => Promise<void>;

/**
 * Replaces all that an installation shows with a scene, as if the fixtures' noon were now. Settles when its page
 * shows it.
 */
export async function stage({ app, sql }: Publisher, scene: StatusSnapshot): Promise<void> {
  const insert: Insert = async (table, rows) => {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0] as Row).join(', ');
    const given = `json_populate_recordset(null::${table}, $1)`;
    await sql(`insert into ${table} (${columns}) select ${columns} from ${given}`, [JSON.stringify(rows)]);
  };
  const { page, state, history } = happeningNow(scene);
  await sql('truncate service, service_group, incident, maintenance, status_event cascade');
  await sql('update page set name = $1, time_zone = $2', [page.name, page.timeZone]);
  await insertServices(insert, state.services);
  const known = new Set(state.services.map(({ id }) => id));
  await insertIncidents(insert, [...state.incidents, ...history], known);
  await insertMaintenances(insert, state.maintenances, known);
  await sql('update status_revision set value = value + 1');
  const shown = JSON.stringify(state.services.map(({ id }) => id));
  for (const limit = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const answer = (await (await fetch(`${app.url}/api/status`)).json()) as StatusSnapshot['state'];
    if (JSON.stringify(answer.services.map(({ id }) => id)) === shown) return;
    if (Date.now() > limit) throw new Error('the page does not show the scene');
  }
}

/** Every time of it moved by what has passed since the fixtures' noon. */
function happeningNow(scene: StatusSnapshot): StatusSnapshot {
  const passed = Date.now() - Date.parse(before(0));
  const moved = JSON.stringify(scene).replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, (time) =>
    JSON.stringify(new Date(Date.parse(JSON.parse(time)) + passed)),
  );
  return JSON.parse(moved) as StatusSnapshot;
}

async function insertServices(insert: Insert, services: StatusSnapshot['state']['services']): Promise<void> {
  const times = { created_at: before(400 * day), updated_at: before(day) };
  const groups = new Map(services.map(({ groupId, groupName }) => [groupId, groupName]));
  await insert(
    'service_group',
    [...groups].flatMap(([id, name], position) => (id ? [{ id, name, position, ...times }] : [])),
  );
  await insert(
    'service',
    services.map(({ id, name, description, groupId, position, status }) => ({
      ...{ id, slug: id, name, description, group_id: groupId, position, status, own_status: status },
      ...{ showcase: true, only_show_if_degraded: false, ...times },
    })),
  );
  // All was well for a year, until an hour ago.
  await insert(
    'service_status_change',
    services.flatMap(({ id, status }) => [
      { id: `${id}-0`, service_id: id, status: 'operational', revision: 0, at: times.created_at },
      { id: `${id}-1`, service_id: id, status, revision: 0, at: new Date(Date.now() - hour) },
    ]),
  );
}

async function insertIncidents(
  insert: Insert,
  incidents: PublicIncident[],
  known: ReadonlySet<string>,
): Promise<void> {
  const isKnown = ({ id }: { id: string }) => known.has(id);
  await insert(
    'incident',
    incidents.map(({ id, title, status, impact, startedAt, resolvedAt, updatedAt }) => ({
      ...{ id, title, status, impact, impact_override: impact, version: 1 },
      ...{ started_at: startedAt, resolved_at: resolvedAt, created_at: startedAt, updated_at: updatedAt },
    })),
  );
  const rowsOf = (toRows: (incident: PublicIncident) => Row[]) => incidents.flatMap(toRows);
  await insert(
    'incident_service',
    rowsOf(({ id, services }) =>
      services.filter(isKnown).map((one) => ({ incident_id: id, service_id: one.id, status: one.status })),
    ),
  );
  await insert(
    'incident_update',
    rowsOf(({ id: incident_id, updates }) =>
      updates.map(({ id, status, body, createdAt }) => ({
        ...{ id, incident_id, status, body, created_at: createdAt, updated_at: createdAt },
      })),
    ),
  );
  const operational = { old_status: 'operational' };
  await insert(
    'incident_update_service',
    rowsOf(({ updates }) =>
      updates.flatMap(({ id: update_id, services }) =>
        services
          .filter(isKnown)
          .map(({ id, status }) => ({ update_id, service_id: id, status, ...operational })),
      ),
    ),
  );
}

async function insertMaintenances(
  insert: Insert,
  maintenances: StatusSnapshot['state']['maintenances'],
  known: ReadonlySet<string>,
): Promise<void> {
  const times = { created_at: before(day), updated_at: before(day) };
  await insert(
    'maintenance',
    maintenances.map(({ id, title, status, scheduledStartAt, scheduledEndAt }) => ({
      ...{ id, title, status, scheduled_start_at: scheduledStartAt, scheduled_end_at: scheduledEndAt },
      ...{ started_at: status === 'scheduled' ? null : scheduledStartAt, version: 1, ...times },
      ...{ auto_start: true, auto_complete: true },
    })),
  );
  await insert(
    'maintenance_service',
    maintenances.flatMap(({ id, services }) =>
      services.filter((one) => known.has(one.id)).map((one) => ({ maintenance_id: id, service_id: one.id })),
    ),
  );
  await insert(
    'maintenance_update',
    maintenances.flatMap(({ id: maintenance_id, updates }) =>
      updates.map(({ id, status, body, createdAt }) => ({
        ...{ id, maintenance_id, status, body, created_at: createdAt, updated_at: createdAt },
      })),
    ),
  );
}
