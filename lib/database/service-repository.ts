import type { Service, ServiceGroup } from '@/lib/domain/service';
import type { ServiceCondition, ServiceStatus } from '@/lib/domain/service-status';
import { database, type Transaction } from './client';
import type { Prisma } from './generated/client';
import { newId } from './ids';

/** Services, their groups and the history of their statuses: rows in, domain objects out. */
export const serviceRepository = {
  async find(id: string, tx: Transaction = database()): Promise<Service | null> {
    const row = await tx.service.findUnique({ where: { id } });
    return row && toService(row);
  },

  /** All services, archived too, by position; `listGroups` and `inPageOrder` put them under their groups. */
  async list(tx: Transaction = database()): Promise<Service[]> {
    const rows = await tx.service.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
    return rows.map(toService);
  },

  /** Groups that are not archived, by position. */
  async listGroups(tx: Transaction = database()): Promise<ServiceGroup[]> {
    const where = { archivedAt: null };
    const rows = await tx.serviceGroup.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
    return rows.map(({ archivedAt: _, ...group }) => group);
  },

  async insert(tx: Transaction, service: Service, revision: number): Promise<void> {
    await tx.service.create({ data: toRow(service) });
    await recordStatus(tx, service, revision);
  },

  async save(tx: Transaction, service: Service): Promise<void> {
    const { id, ...columns } = toRow(service);
    await tx.service.update({ where: { id }, data: columns });
  },

  /** Writes a new effective status and the row of history that uptime is computed from. */
  async saveStatus(tx: Transaction, service: Service, revision: number): Promise<void> {
    const { id, status, updatedAt } = service;
    await tx.service.update({ where: { id }, data: { status, updatedAt } });
    await recordStatus(tx, service, revision);
  },

  /** What holds for each of these services now: own word, open incidents, work under way. */
  async conditions(tx: Transaction, ids: string[]): Promise<Map<string, ServiceCondition>> {
    const rows = await tx.service.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        ownStatus: true,
        incidents: { where: { incident: { status: { not: 'resolved' } } }, select: { status: true } },
        maintenances: {
          where: { maintenance: { status: { in: ['in_progress', 'verifying'] } } },
          select: { serviceId: true },
        },
      },
    });
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ownStatus: row.ownStatus,
          incidentStatuses: row.incidents.map((incident) => incident.status),
          isUnderMaintenance: row.maintenances.length > 0,
        },
      ]),
    );
  },

  async findGroup(id: string, tx: Transaction = database()): Promise<ServiceGroup | null> {
    const row = await tx.serviceGroup.findUnique({ where: { id, archivedAt: null } });
    if (!row) return null;
    const { archivedAt: _, ...group } = row;
    return group;
  },

  async insertGroup(tx: Transaction, group: ServiceGroup): Promise<void> {
    await tx.serviceGroup.create({ data: group });
  },

  async saveGroup(tx: Transaction, group: ServiceGroup): Promise<void> {
    const { id, ...columns } = group;
    await tx.serviceGroup.update({ where: { id }, data: columns });
  },

  /** Hides the group for good; its services stay, on their own. */
  async archiveGroup(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.service.updateMany({ where: { groupId: id }, data: { groupId: null } });
    await tx.serviceGroup.update({ where: { id }, data: { archivedAt: at, updatedAt: at } });
  },
};

async function recordStatus(
  tx: Transaction,
  service: { id: string; status: ServiceStatus; updatedAt: Date },
  revision: number,
): Promise<void> {
  const { id: serviceId, status, updatedAt: at } = service;
  await tx.serviceStatusChange.create({ data: { id: newId(), serviceId, status, revision, at } });
}

type Row = Prisma.ServiceGetPayload<object>;

function toService(row: Row): Service {
  return { ...row, startDate: row.startDate?.toISOString().slice(0, 10) ?? null };
}

function toRow(service: Service): Row {
  return { ...service, startDate: service.startDate === null ? null : new Date(service.startDate) };
}
