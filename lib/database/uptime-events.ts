import type { Impact, IncidentStatus } from '@/lib/domain/incident';
import type { MaintenanceStatus } from '@/lib/domain/maintenance';
import { database } from './client';

type Event = { id: string; title: string; startedAt: Date; endedAt: Date | null };

/** An incident or a maintenance that concerned a service, from when to when; planned work with the times of the plan. */
export type ServiceEventRow =
  | (Event & { kind: 'incident'; status: IncidentStatus; impact: Impact })
  | (Event & { kind: 'maintenance'; status: MaintenanceStatus });

type Which = { since: Date; limit: number };

/** What concerned a service, the latest beginning first, without what was over by `since`. */
export async function readServiceEvents(serviceId: string, which: Which): Promise<ServiceEventRow[]> {
  const [incidents, maintenances] = await Promise.all([
    readIncidents(serviceId, which),
    readMaintenances(serviceId, which),
  ]);
  return [...incidents, ...maintenances]
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, which.limit);
}

async function readIncidents(serviceId: string, { since, limit }: Which): Promise<ServiceEventRow[]> {
  const rows = await database().incident.findMany({
    where: {
      services: { some: { serviceId } },
      OR: [{ resolvedAt: null }, { resolvedAt: { gt: since } }],
    },
    select: { id: true, title: true, status: true, impact: true, startedAt: true, resolvedAt: true },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ resolvedAt, ...row }) => ({ kind: 'incident', ...row, endedAt: resolvedAt }));
}

async function readMaintenances(serviceId: string, { since, limit }: Which): Promise<ServiceEventRow[]> {
  const rows = await database().maintenance.findMany({
    where: {
      services: { some: { serviceId } },
      scheduledEndAt: { gt: since },
    },
    select: {
      id: true,
      title: true,
      status: true,
      scheduledStartAt: true,
      scheduledEndAt: true,
      completedAt: true,
    },
    orderBy: [{ scheduledStartAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ scheduledStartAt, scheduledEndAt, completedAt, ...row }) => ({
    kind: 'maintenance',
    ...row,
    startedAt: scheduledStartAt,
    endedAt: completedAt ?? scheduledEndAt,
  }));
}
