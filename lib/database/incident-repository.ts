import type { Incident, IncidentUpdate } from '@/lib/domain/incident';
import { database, type Transaction } from './client';
import type { Prisma } from './generated/client';

/** As the page shows them. */
const inOrder = [
  { service: { group: { position: 'asc' } } },
  { service: { position: 'asc' } },
  { serviceId: 'asc' },
] satisfies Prisma.IncidentServiceOrderByWithRelationInput[];

const whole = {
  services: { orderBy: inOrder },
  updates: {
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { services: { orderBy: inOrder } },
  },
} satisfies Prisma.IncidentInclude;

type Row = Prisma.IncidentGetPayload<{ include: typeof whole }>;

export type IncidentFilter = { state: 'open' | 'resolved' | 'all'; search?: string; resolvedSince?: Date };

/** Incidents with their histories: rows in, domain objects out. Reads take the transaction they belong to. */
export const incidentRepository = {
  async find(id: string, tx: Transaction = database()): Promise<Incident | null> {
    const row = await tx.incident.findUnique({ where: { id }, include: whole });
    return row && toIncident(row);
  },

  /** Newest first. */
  async list(
    filter: IncidentFilter,
    page: { limit?: number; offset?: number } = {},
    tx: Transaction = database(),
  ): Promise<Incident[]> {
    const rows = await tx.incident.findMany({
      where: toWhere(filter),
      include: whole,
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: page.limit,
      skip: page.offset,
    });
    return rows.map(toIncident);
  },

  /** Those of these ids that exist, in no order. */
  async listByIds(ids: string[], tx: Transaction = database()): Promise<Incident[]> {
    const rows = await tx.incident.findMany({ where: { id: { in: ids } }, include: whole });
    return rows.map(toIncident);
  },

  async count(filter: IncidentFilter, tx: Transaction = database()): Promise<number> {
    return tx.incident.count({ where: toWhere(filter) });
  },

  async insert(tx: Transaction, incident: Incident): Promise<void> {
    const { services, updates, ...columns } = incident;
    await tx.incident.create({ data: columns });
    await writeServices(tx, incident.id, services);
    for (const update of updates) await insertUpdate(tx, incident.id, update);
  },

  /** Writes what differs between `before` (as it was read in this transaction) and `after`. */
  async save(tx: Transaction, before: Incident, after: Incident): Promise<void> {
    const { id, services, updates, ...columns } = after;
    await tx.incident.update({ where: { id }, data: columns });
    if (services !== before.services) await writeServices(tx, id, services);
    const known = new Map(before.updates.map((update) => [update.id, update]));
    for (const update of updates) {
      const old = known.get(update.id);
      if (!old) await insertUpdate(tx, id, update);
      else if (old !== update) {
        const { body, updatedAt } = update;
        await tx.incidentUpdate.update({ where: { id: update.id }, data: { body, updatedAt } });
      }
    }
  },

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.incident.delete({ where: { id } });
  },
};

async function writeServices(
  tx: Transaction,
  incidentId: string,
  services: Incident['services'],
): Promise<void> {
  await tx.incidentService.deleteMany({ where: { incidentId } });
  await tx.incidentService.createMany({
    data: services.map(({ id, status }) => ({ incidentId, serviceId: id, status })),
  });
}

async function insertUpdate(tx: Transaction, incidentId: string, update: IncidentUpdate): Promise<void> {
  const { services, ...columns } = update;
  await tx.incidentUpdate.create({ data: { ...columns, incidentId } });
  await tx.incidentUpdateService.createMany({
    data: services.map(({ id, status, oldStatus }) => ({
      updateId: update.id,
      serviceId: id,
      status,
      oldStatus,
    })),
  });
}

function toWhere({ state, search, resolvedSince }: IncidentFilter): Prisma.IncidentWhereInput {
  const contains = search ? { contains: search, mode: 'insensitive' as const } : undefined;
  return {
    ...(state === 'open' ? { status: { not: 'resolved' } } : {}),
    ...(state === 'resolved' ? { status: 'resolved' } : {}),
    ...(resolvedSince ? { resolvedAt: { gte: resolvedSince } } : {}),
    ...(contains ? { OR: [{ title: contains }, { updates: { some: { body: contains } } }] } : {}),
  };
}

function toIncident(row: Row): Incident {
  return {
    ...row,
    services: row.services.map(({ serviceId, status }) => ({ id: serviceId, status })),
    updates: row.updates.map(({ incidentId: _, services, ...update }) => ({
      ...update,
      services: services.map(({ serviceId, status, oldStatus }) => ({ id: serviceId, status, oldStatus })),
    })),
  };
}
