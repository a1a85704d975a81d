import type { Incident } from '@/lib/domain/incident';
import type { Maintenance } from '@/lib/domain/maintenance';
import type { Service, ServiceGroup } from '@/lib/domain/service';
import type { ServiceStatus } from '@/lib/domain/service-status';
import type { MaintenanceRecord } from './history';
import type { PublicIncident, PublicMaintenance, PublicService } from './live-state';

/** A service as visitors' programs read it. */
export function toPublicService(
  service: Service,
  group: Pick<ServiceGroup, 'name'> | undefined,
): PublicService {
  return {
    id: service.id,
    name: service.name,
    slug: service.slug,
    description: service.description,
    groupId: group ? service.groupId : null,
    groupName: group?.name ?? null,
    status: service.status,
    position: service.position,
    updatedAt: service.updatedAt.toISOString(),
  };
}

/** An incident as visitors' programs read it; `url` is its absolute permalink. */
export function toPublicIncident(incident: Incident, url: string): PublicIncident {
  return {
    id: incident.id,
    title: incident.title,
    status: incident.status,
    impact: incident.impact,
    startedAt: incident.startedAt.toISOString(),
    updatedAt: incident.updatedAt.toISOString(),
    resolvedAt: incident.resolvedAt?.toISOString() ?? null,
    url,
    services: incident.services.map(({ id, status }) => ({ id, status })),
    updates: incident.updates.map((update) => ({
      id: update.id,
      status: update.status,
      body: update.body,
      createdAt: update.createdAt.toISOString(),
      services: update.services.map(({ id, status }) => ({ id, status })),
    })),
  };
}

/** A maintenance as visitors' programs read it, its services with their present status. */
export function toPublicMaintenance(
  maintenance: Maintenance,
  statusOf: ReadonlyMap<string, ServiceStatus>,
): PublicMaintenance {
  return {
    id: maintenance.id,
    title: maintenance.title,
    status: maintenance.status,
    scheduledStartAt: maintenance.scheduledStartAt.toISOString(),
    scheduledEndAt: maintenance.scheduledEndAt.toISOString(),
    services: maintenance.serviceIds.map((id) => ({ id, status: statusOf.get(id) ?? 'operational' })),
    updates: maintenance.updates.map(({ id, status, body, createdAt }) => ({
      id,
      status,
      body,
      createdAt: createdAt.toISOString(),
    })),
  };
}

/** The same with what became of it: when it really began and ended. */
export function toMaintenanceRecord(
  maintenance: Maintenance,
  statusOf: ReadonlyMap<string, ServiceStatus>,
): MaintenanceRecord {
  return {
    ...toPublicMaintenance(maintenance, statusOf),
    startedAt: maintenance.startedAt?.toISOString() ?? null,
    completedAt: maintenance.completedAt?.toISOString() ?? null,
  };
}
