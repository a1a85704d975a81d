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
};

function toMaintenance({ services, updates, ...row }: Row): Maintenance {
  return {
    ...row,
    serviceIds: services.map((service) => service.serviceId),
    updates: updates.map(({ maintenanceId: _, ...update }) => update),
  };
}
