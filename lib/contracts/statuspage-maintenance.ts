import { isUnderWay, type Maintenance } from '@/lib/domain/maintenance';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { toNamedComponents, toStatuspageUpdate } from './statuspage';
import type { StatuspageMaintenance } from './statuspage-schema';
import type { StatuspageSite } from './statuspage-site';
import { statuspageTime } from './statuspage-time';

/** Planned work as Statuspage has it: an incident of impact maintenance, with its window. */
export function toStatuspageMaintenance(
  maintenance: Maintenance,
  site: StatuspageSite,
): StatuspageMaintenance {
  const time = (at: Date) => statuspageTime(at, site.page.timeZone);
  return {
    id: maintenance.id,
    name: maintenance.title,
    status: maintenance.status,
    created_at: time(maintenance.createdAt),
    updated_at: time(maintenance.updatedAt),
    monitoring_at: null,
    resolved_at: maintenance.completedAt && time(maintenance.completedAt),
    impact: 'maintenance',
    shortlink: `${site.origin}/maintenance/${maintenance.id}`,
    started_at: time(maintenance.createdAt),
    page_id: site.page.id,
    incident_updates: updatesOf(maintenance).map((update) =>
      toStatuspageUpdate(update, maintenance.id, site),
    ),
    components: toNamedComponents(maintenance.serviceIds, site),
    scheduled_for: time(maintenance.scheduledStartAt),
    scheduled_until: time(maintenance.scheduledEndAt),
  };
}

/** Each update says of every service what the work does to it from then on. Clients break where there is none. */
function updatesOf({ updates, serviceIds, ...work }: Maintenance) {
  const { id, createdAt, updatedAt } = work;
  const announced = { id, status: 'scheduled' as const, body: '', createdAt, updatedAt };
  const said = updates.length > 0 ? updates : [announced];
  return said.map((update, i) => {
    const before = said[i + 1];
    const wasUnderWay = update.status === 'completed' || (before !== undefined && isUnderWay(before));
    const services = serviceIds.map((service) => ({
      id: service,
      oldStatus: statusWhile(wasUnderWay),
      status: statusWhile(isUnderWay(update)),
    }));
    return { ...update, services };
  });
}

function statusWhile(isUnderWay: boolean): ServiceStatus {
  return isUnderWay ? 'under_maintenance' : 'operational';
}
