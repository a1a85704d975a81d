import type { PublicIncident, StatusState } from '@/lib/contracts/live-state';
import type { IncidentStatus } from '@/lib/domain/incident';
import type { MaintenanceStatus } from '@/lib/domain/maintenance';
import type { ServiceStatus } from '@/lib/domain/service-status';

/** One thing that a visitor would notice between two states. */
export type StateChange =
  | { kind: 'service'; id: string; name: string; status: ServiceStatus }
  | { kind: 'incident-opened' | 'incident-removed'; id: string; title: string }
  | { kind: 'incident-updated'; id: string; title: string; status: IncidentStatus }
  | { kind: 'maintenance'; id: string; title: string; status: MaintenanceStatus };

/** What changed from one state to the next, services first. */
export function changesBetween(before: StatusState, after: StatusState): StateChange[] {
  return [
    ...serviceChanges(before, after),
    ...incidentChanges(before, after),
    ...maintenanceChanges(before, after),
  ];
}

function serviceChanges(before: StatusState, after: StatusState): StateChange[] {
  const was = new Map(before.services.map((service) => [service.id, service.status]));
  return after.services
    .filter(({ id, status }) => was.has(id) && was.get(id) !== status)
    .map(({ id, name, status }) => ({ kind: 'service', id, name, status }));
}

function incidentChanges(before: StatusState, after: StatusState): StateChange[] {
  const was = new Map(before.incidents.map((incident) => [incident.id, incident]));
  const changes: StateChange[] = [];
  for (const incident of after.incidents) {
    const { id, title, status } = incident;
    const old = was.get(id);
    if (!old && status !== 'resolved') changes.push({ kind: 'incident-opened', id, title });
    else if (old && isNews(old, incident)) changes.push({ kind: 'incident-updated', id, title, status });
    was.delete(id);
  }
  for (const { id, title, status } of was.values()) {
    if (status !== 'resolved') changes.push({ kind: 'incident-removed', id, title });
  }
  return changes;
}

function maintenanceChanges(before: StatusState, after: StatusState): StateChange[] {
  const was = new Map(before.maintenances.map((maintenance) => [maintenance.id, maintenance]));
  return after.maintenances
    .filter(({ id, status, updates }) => {
      const old = was.get(id);
      return old?.status !== status || old.updates.length !== updates.length;
    })
    .map(({ id, title, status }) => ({ kind: 'maintenance', id, title, status }));
}

function isNews(old: PublicIncident, incident: PublicIncident): boolean {
  return (
    old.status !== incident.status ||
    old.title !== incident.title ||
    old.updates.length !== incident.updates.length ||
    old.updates[0]?.body !== incident.updates[0]?.body
  );
}
