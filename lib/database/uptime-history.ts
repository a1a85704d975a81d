import type { Service } from '@/lib/domain/service';
import { dayStart } from '@/lib/domain/uptime/local-day';
import type { StatusChange, StatusHistory, TimeRange } from '@/lib/domain/uptime/status-spans';
import { database } from './client';

/** What uptime has to know of a service itself. */
export type UptimeSubject = Pick<Service, 'id' | 'startDate' | 'createdAt'>;

/**
 * What happened to each of these services from one instant up to another (ms since 1970), with the status it had
 * when that begins. How far its history reaches back does not matter for how much is read.
 */
export async function readHistories(
  services: readonly UptimeSubject[],
  { from, until, timeZone }: { from: number; until: number; timeZone: string },
): Promise<Map<string, StatusHistory>> {
  const ids = services.map(({ id }) => id);
  const [begin, end] = [new Date(from), new Date(until)];
  const changes = [...(await statusesAt(ids, begin)), ...(await changesBetween(ids, begin, end))];
  const windows = await announcedWork(ids, begin, end);
  return new Map(
    services.map(({ id, startDate, createdAt }) => [
      id,
      {
        changes: changes.filter(({ serviceId }) => serviceId === id),
        maintenance: windows.filter(({ serviceId }) => serviceId === id),
        knownFrom: startDate === null ? createdAt : new Date(dayStart(startDate, timeZone)),
      },
    ]),
  );
}

type Of<T> = T & { serviceId: string };

/** The last change of each service up to an instant; all of them where several share its moment. */
function statusesAt(ids: string[], at: Date): Promise<Of<StatusChange>[]> {
  return database().$queryRaw`
    select service_id as "serviceId", status::text, at
    from unnest(${ids}::text[]) as subject (id) cross join lateral (
      select * from service_status_change where service_id = subject.id and at <= ${at}
      order by at desc fetch first 1 row with ties
    ) as last`;
}

async function changesBetween(ids: string[], from: Date, until: Date): Promise<Of<StatusChange>[]> {
  return database().serviceStatusChange.findMany({
    where: { serviceId: { in: ids }, at: { gt: from, lt: until } },
    select: { serviceId: true, status: true, at: true },
  });
}

/** The time that was announced for work and was worked in: what goes beyond it is not excused. */
async function announcedWork(ids: string[], from: Date, until: Date): Promise<Of<TimeRange>[]> {
  const rows = await database().maintenanceService.findMany({
    where: {
      serviceId: { in: ids },
      maintenance: {
        status: { not: 'scheduled' },
        scheduledStartAt: { lt: until },
        scheduledEndAt: { gt: from },
      },
    },
    select: {
      serviceId: true,
      maintenance: {
        select: { scheduledStartAt: true, scheduledEndAt: true, startedAt: true, completedAt: true },
      },
    },
  });
  return rows.map(({ serviceId, maintenance: { scheduledStartAt, scheduledEndAt, ...worked } }) => ({
    serviceId,
    from: later(scheduledStartAt, worked.startedAt ?? scheduledStartAt),
    to: earlier(scheduledEndAt, worked.completedAt ?? scheduledEndAt),
  }));
}

const later = (a: Date, b: Date) => (a > b ? a : b);
const earlier = (a: Date, b: Date) => (a < b ? a : b);
