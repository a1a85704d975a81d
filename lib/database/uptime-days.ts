import type { Tally } from '@/lib/domain/uptime/tally';
import { database } from './client';

/** What held on one finished day of a service. */
export type StoredDay = { serviceId: string; day: string; tally: Tally };

type Row = {
  serviceId: string;
  places: number[];
  operational: number[];
  under_maintenance: number[];
  degraded_performance: number[];
  partial_outage: number[];
  major_outage: number[];
};

/**
 * The stored days of each service from `first` on (YYYY-MM-DD in the zone), by their place after it. Reads one row
 * for each service. A service or day that is not there has to be computed.
 */
export async function readStoredDays(
  ids: string[],
  { timeZone, first, last }: { timeZone: string; first: string; last: string },
): Promise<Map<string, Map<number, Tally>>> {
  const rows = await database().$queryRaw<Row[]>`
    select service_id as "serviceId",
      array_agg(day - ${first}::date) as places,
      array_agg(operational_ms) as operational,
      array_agg(under_maintenance_ms) as under_maintenance,
      array_agg(degraded_performance_ms) as degraded_performance,
      array_agg(partial_outage_ms) as partial_outage,
      array_agg(major_outage_ms) as major_outage
    from service_uptime_day
    where service_id = any(${ids}) and time_zone = ${timeZone} and day between ${first}::date and ${last}::date
    group by service_id`;
  return new Map(
    rows.map((row) => [
      row.serviceId,
      new Map(row.places.map((place, index) => [place, tallyOf(row, index)])),
    ]),
  );
}

function tallyOf(row: Row, index: number): Tally {
  return {
    operational: row.operational[index] ?? 0,
    under_maintenance: row.under_maintenance[index] ?? 0,
    degraded_performance: row.degraded_performance[index] ?? 0,
    partial_outage: row.partial_outage[index] ?? 0,
    major_outage: row.major_outage[index] ?? 0,
  };
}

/**
 * Keeps finished days that were computed from what was there at `revision`. Keeps nothing when something has been
 * published since, or is just being published: then the next reader computes them. Several processes may do it at
 * once. Days of other zones are dropped: the page has moved.
 */
export async function storeDays(
  days: readonly StoredDay[],
  { timeZone, revision }: { timeZone: string; revision: number },
): Promise<void> {
  const ids = [...new Set(days.map(({ serviceId }) => serviceId))];
  const ms = (status: keyof Tally) => days.map(({ tally }) => tally[status]);
  // A publish holds the revision's row until it commits. While this statement shares it, none can.
  await database().$executeRaw`
    with unchanged as materialized (
      select 1 from status_revision where id = 1 and value = ${revision} for share skip locked
    ), elsewhere as (
      delete from service_uptime_day where service_id = any(${ids}) and time_zone <> ${timeZone}
    )
    insert into service_uptime_day (service_id, time_zone, day, operational_ms, under_maintenance_ms,
      degraded_performance_ms, partial_outage_ms, major_outage_ms)
    select id, ${timeZone}, day::date, up, work, slow, part, down
    from unchanged, unnest(${days.map(({ serviceId }) => serviceId)}::text[], ${days.map(({ day }) => day)}::text[],
      ${ms('operational')}::int[], ${ms('under_maintenance')}::int[], ${ms('degraded_performance')}::int[],
      ${ms('partial_outage')}::int[], ${ms('major_outage')}::int[]) as computed (id, day, up, work, slow, part, down)
    order by id, day
    on conflict do nothing`;
}
