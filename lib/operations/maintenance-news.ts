import type { LiveEventName, LiveEventPayload } from '@/lib/contracts/live-event';
import { toPublicMaintenance } from '@/lib/contracts/to-public';
import type { Turn } from '@/lib/database/change';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { isUnderWay, type Maintenance } from '@/lib/domain/maintenance';
import { Refusal } from '@/lib/domain/refusal';

type MaintenanceEventName = Extract<LiveEventName, `maintenance.${string}`>;

/** The news of a change to a maintenance, its services as they are after it. */
export async function maintenanceNews(
  { tx }: Turn,
  name: MaintenanceEventName,
  maintenance: Maintenance,
): Promise<{ name: LiveEventName; payload: LiveEventPayload }> {
  const services = await serviceRepository.list(tx);
  const statusOf = new Map(services.map((service) => [service.id, service.status]));
  return { name, payload: { maintenance: toPublicMaintenance(maintenance, statusOf) } };
}

/** The event's name for a maintenance that stays: started or completed when this change made it so. */
export function maintenanceChangeName(before: Maintenance, after: Maintenance): MaintenanceEventName {
  if (before.status !== 'completed' && after.status === 'completed') return 'maintenance.completed';
  if (before.status === 'scheduled' && isUnderWay(after)) return 'maintenance.started';
  return 'maintenance.updated';
}

/** Reads the maintenance inside its turn, or refuses. */
export async function requireMaintenance({ tx }: Turn, id: string): Promise<Maintenance> {
  const maintenance = await maintenanceRepository.find(id, tx);
  if (!maintenance) throw new Refusal('not_found', 'There is no such maintenance. It may have been deleted.');
  return maintenance;
}
