import type { StatusSnapshot } from '@/lib/contracts/live-state';
import { toPublicIncident, toPublicMaintenance, toPublicService } from '@/lib/contracts/to-public';
import { brandingRepository } from '@/lib/database/branding-repository';
import { database, type Transaction } from '@/lib/database/client';
import { incidentRepository } from '@/lib/database/incident-repository';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { pageRepository } from '@/lib/database/page-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import type { Incident } from '@/lib/domain/incident';
import { overallStatus } from '@/lib/domain/overall-status';
import { inPageOrder, isShown, type Service, type ServiceGroup } from '@/lib/domain/service';
import { publicUrl } from '@/lib/public-url';
import { toPublicPage } from './get-branding';

const hourMs = 3_600_000;
const stateHours = 24;
const historyDays = 14;

/** Reads the whole public status from Postgres, as it was at one revision. */
export async function buildStatusSnapshot(): Promise<StatusSnapshot> {
  // One repeatable read sees one moment: the rows are exactly those of the revision read with them.
  const read = { isolationLevel: 'RepeatableRead' as const };
  const rows = await orUnavailable(() => database().$transaction(readAll, read));
  const { services, incidents, revision, updatedAt, now } = rows;
  const shown = inPageOrder(services, rows.groups).filter(isShown);
  const groupOf = groupsById(rows.groups);
  const statusOf = new Map(services.map((service) => [service.id, service.status]));
  const since = now.getTime() - stateHours * hourMs;
  return {
    page: rows.page,
    state: {
      statusLabel: overallStatus(shown, incidents),
      services: shown.map((service) => toPublicService(service, groupOf.get(service.groupId ?? ''))),
      incidents: incidents
        .filter((incident) => (incident.resolvedAt?.getTime() ?? since) >= since)
        .map(toPublic),
      maintenances: rows.maintenances.map((maintenance) => toPublicMaintenance(maintenance, statusOf)),
      // Whoever never gave the page a look sends none to every reader with every change.
      ...(rows.branding.version > 0 && { page: toPublicPage(rows.page, rows.branding) }),
      revision,
      updatedAt: updatedAt.toISOString(),
    },
    history: incidents.filter((incident) => incident.resolvedAt !== null).map(toPublic),
    serviceNames: serviceNames(services),
  };
}

async function readAll(tx: Transaction) {
  const now = new Date();
  const { value: revision } = await tx.statusRevision.findUniqueOrThrow({ where: { id: 1 } });
  const { id, name, timeZone, updatedAt } = await pageRepository.get(tx);
  const resolvedSince = new Date(now.getTime() - historyDays * 24 * hourMs);
  const open = await incidentRepository.list({ state: 'open' }, {}, tx);
  const resolved = await incidentRepository.list({ state: 'resolved', resolvedSince }, {}, tx);
  return {
    now,
    revision,
    updatedAt,
    page: { id, name, timeZone },
    branding: await brandingRepository.get(tx),
    services: await serviceRepository.list(tx),
    groups: await serviceRepository.listGroups(tx),
    incidents: [...open, ...resolved].toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime()),
    maintenances: await maintenanceRepository.listCurrentAndUpcoming(now, tx),
  };
}

function toPublic(incident: Incident) {
  return toPublicIncident(incident, publicUrl(`/incidents/${incident.id}`));
}

/** Names by id, archived services too: old incidents name them. */
export function serviceNames(services: readonly Service[]): Record<string, string> {
  return Object.fromEntries(services.map((service) => [service.id, service.name]));
}

function groupsById(groups: readonly ServiceGroup[]): Map<string, ServiceGroup> {
  return new Map(groups.map((group) => [group.id, group]));
}
