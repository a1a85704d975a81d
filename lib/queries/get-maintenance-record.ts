import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import type { Maintenance } from '@/lib/domain/maintenance';

/** One maintenance with everything an admin may change; null when there is none. Throws Unavailable. */
export async function getMaintenanceRecord(id: string): Promise<Maintenance | null> {
  return orUnavailable(() => maintenanceRepository.find(id));
}
