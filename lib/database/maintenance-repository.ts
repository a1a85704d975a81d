import type { Maintenance } from '@/lib/domain/maintenance';
import { database, type Transaction } from './client';
import type { Prisma } from './generated/client';

const whole = {
  services: { orderBy: { serviceId: 'asc' } },
  updates: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.MaintenanceInclude;

type Row = Prisma.MaintenanceGetPayload<{ include: typeof whole }>;

const latestFirst = [
  { scheduledStartAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.MaintenanceOrderByWithRelationInput[];

/** Planned work with its updates: rows in, domain objects out. */
export const maintenanceRepository = {
  /** Under way, and planned with an end after `now`; soonest first. */
  async listCurrentAndUpcoming(now: Date, tx: Transaction = database()): Promise<Maintenance[]> {
    const rows = await tx.maintenance.findMany({
      where: {
        OR: [
          { status: { in: ['in_progress', 'verifying'] } },
          { status: 'scheduled', scheduledEndAt: { gt: now } },
        ],
      },
      include: whole,
      orderBy: [{ scheduledStartAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(toMaintenance);
  },

  async find(id: string, tx: Transaction = database()): Promise<Maintenance | null> {
    const row = await tx.maintenance.findUnique({ where: { id }, include: whole });
    return row && toMaintenance(row);
  },

  /** Those of these ids that exist, in no order. */
  async listByIds(ids: string[], tx: Transaction = database()): Promise<Maintenance[]> {
    const rows = await tx.maintenance.findMany({ where: { id: { in: ids } }, include: whole });
    return rows.map(toMaintenance);
  },

  /** The `limit` that begin last, whatever became of them; latest first. */
  async listNewest(limit: number, tx: Transaction = database()): Promise<Maintenance[]> {
    const rows = await tx.maintenance.findMany({ include: whole, orderBy: latestFirst, take: limit });
    return rows.map(toMaintenance);
  },

  /** Planned and under way, however long ago they should have ended; latest first. */
  async listUnfinished(tx: Transaction = database()): Promise<Maintenance[]> {
    const where = { status: { not: 'completed' as const } };
    const rows = await tx.maintenance.findMany({ where, include: whole, orderBy: latestFirst });
    return rows.map(toMaintenance);
  },

  /** Up to `limit` that the clock begins or ends, with the time of it, soonest first; and the database's time now. */
  async agenda(limit: number): Promise<{ now: Date; entries: { id: string; dueAt: Date }[] }> {
    const entries = await database().$queryRaw<{ id: string; dueAt: Date }[]>`
      (select id, scheduled_start_at as "dueAt" from maintenance where status = 'scheduled' and auto_start)
      union all
      (select id, scheduled_end_at from maintenance where status in ('in_progress', 'verifying') and auto_complete)
      order by "dueAt", id limit ${limit}`;
    return { now: await this.clock(), entries };
  },

  /** The database's time: what is due is due for all processes at once, however their own clocks go. */
  async clock(tx: Transaction = database()): Promise<Date> {
    const rows = await tx.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
    if (!rows[0]) throw new Error('the database told no time');
    return rows[0].now;
  },

  async insert(tx: Transaction, maintenance: Maintenance): Promise<void> {
    const { serviceIds, updates, ...columns } = maintenance;
    await tx.maintenance.create({
      data: {
        ...columns,
        services: { create: serviceIds.map((serviceId) => ({ serviceId })) },
        updates: { create: updates },
      },
    });
  },

  /** Writes what differs between `before` (as it was read in this transaction) and `after`. */
  async save(tx: Transaction, before: Maintenance, after: Maintenance): Promise<void> {
    const { id, serviceIds, updates, ...columns } = after;
    await tx.maintenance.update({ where: { id }, data: columns });
    if (serviceIds !== before.serviceIds) {
      await tx.maintenanceService.deleteMany({ where: { maintenanceId: id } });
      await tx.maintenanceService.createMany({
        data: serviceIds.map((serviceId) => ({ maintenanceId: id, serviceId })),
      });
    }
    const known = new Set(before.updates.map((update) => update.id));
    const added = updates.filter((update) => !known.has(update.id));
    await tx.maintenanceUpdate.createMany({
      data: added.map((update) => ({ ...update, maintenanceId: id })),
    });
  },

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.maintenance.delete({ where: { id } });
  },
};

function toMaintenance({ services, updates, ...row }: Row): Maintenance {
  return {
    ...row,
    serviceIds: services.map((service) => service.serviceId),
    updates: updates.map(({ maintenanceId: _, ...update }) => update),
  };
}
