import type { Maintenance } from '@/lib/domain/maintenance';
import { database, type Transaction } from './client';
import type { Prisma } from './generated/client';

const whole = {
  services: { orderBy: { serviceId: 'asc' } },
  updates: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.MaintenanceInclude;

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
    return rows.map(({ services, updates, version: _, ...row }) => ({
      ...row,
      serviceIds: services.map((service) => service.serviceId),
      updates: updates.map(({ maintenanceId: __, ...update }) => update),
    }));
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
