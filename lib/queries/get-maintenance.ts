import { lastKnownSnapshot } from '@/lib/cache/snapshot-cache';
import type { MaintenanceRecord } from '@/lib/contracts/history';
import { id as idInput } from '@/lib/contracts/incident-input';
import type { StatusSnapshot } from '@/lib/contracts/live-state';
import { toMaintenanceRecord } from '@/lib/contracts/to-public';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { pageRepository } from '@/lib/database/page-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { isUnavailable, orUnavailable } from '@/lib/database/unavailable';
import { serviceNames } from './build-status-snapshot';

export type MaintenanceView = {
  page: StatusSnapshot['page'];
  maintenance: MaintenanceRecord;
  serviceNames: Record<string, string>;
};

/**
 * One maintenance for its own page; null when there is none. While Postgres can't be asked it answers from the
 * last known snapshot, and throws Unavailable for work that is not in it.
 */
export async function getMaintenance(id: string): Promise<MaintenanceView | null> {
  // What can't be an id the database is not asked for: it has no answer to some of it.
  if (!idInput.safeParse(id).success) return null;
  try {
    return await orUnavailable(() => read(id));
  } catch (error) {
    const known = isUnavailable(error) && fromSnapshot(id);
    if (known) return known;
    throw error;
  }
}

async function read(id: string): Promise<MaintenanceView | null> {
  const found = await maintenanceRepository.find(id);
  if (!found) return null;
  const { id: pageId, name, timeZone } = await pageRepository.get();
  const services = await serviceRepository.list();
  return {
    page: { id: pageId, name, timeZone },
    maintenance: toMaintenanceRecord(found, new Map(services.map(({ id, status }) => [id, status]))),
    serviceNames: serviceNames(services),
  };
}

function fromSnapshot(id: string): MaintenanceView | null {
  const snapshot = lastKnownSnapshot();
  const found = snapshot?.state.maintenances.find((one) => one.id === id);
  if (!snapshot || !found) return null;
  const { page, serviceNames } = snapshot;
  return { page, maintenance: { ...found, startedAt: null, completedAt: null }, serviceNames };
}
