import { type HistoryFilter, type HistoryKind, type HistoryPlace, historyKinds } from '@/lib/domain/history';
import { database } from './client';
import { Prisma } from './generated/client';
import { searchQuery } from './search-query';

/** Where an entry stands in the history, and what is to be read for it. */
export type HistoryRow = HistoryPlace & { kind: HistoryKind };

/** The place to go on from, and in which direction. */
export type HistoryStep = { to: 'older' | 'newer'; from: HistoryPlace };

/** Incidents and work that has begun, in one order: by their beginnings, newest first. */
export const historyRepository = {
  /** Up to `limit` of them next to a place, or the newest. */
  async list(filter: HistoryFilter, step: HistoryStep | null, limit: number): Promise<HistoryRow[]> {
    const statement = historyStatement(filter, step, limit);
    if (!statement) return [];
    const rows = await database().$queryRaw<HistoryRow[]>(statement);
    return step?.to === 'newer' ? rows.reverse() : rows;
  },

  /** When the oldest of them began; null where there are none. */
  async beginning(): Promise<Date | null> {
    const [row] = await database().$queryRaw<{ at: Date | null }[]>`
      select least((select min(started_at) from incident), (select min(started_at) from maintenance)) as at`;
    return row?.at ?? null;
  },
};

/**
 * What is asked of Postgres; null where nothing can match. Of each kind it reads no more than the limit in the
 * order of an index, or the few that another index finds.
 */
export function historyStatement(
  filter: HistoryFilter,
  step: HistoryStep | null,
  limit: number,
): Prisma.Sql | null {
  const query = filter.words === null ? null : searchQuery(filter.words);
  const isHopeless = filter.words !== null && query === null;
  const kinds = historyKinds.filter(
    (kind) => (filter.kind ?? kind) === kind && !(filter.impact && kind === 'maintenance'),
  );
  if (isHopeless || kinds.length === 0) return null;
  const order = Prisma.raw(step?.to === 'newer' ? 'at, id' : 'at desc, id desc');
  const parts = kinds.map(
    (kind) => Prisma.sql`(${partOf(kind, filter, query, step)} order by ${order} limit ${limit})`,
  );
  const entries = Prisma.join(parts, ' union all ');
  return Prisma.sql`select * from (${entries}) entries order by ${order} limit ${limit}`;
}

function partOf(
  kind: HistoryKind,
  { serviceId, impact }: HistoryFilter,
  query: string | null,
  step: HistoryStep | null,
): Prisma.Sql {
  const table = Prisma.raw(kind);
  const conditions = [Prisma.sql`started_at is not null`];
  if (step) {
    const side = Prisma.raw(step.to === 'older' ? '<' : '>');
    conditions.push(Prisma.sql`(started_at, id) ${side} (${step.from.at}, ${step.from.id})`);
  }
  if (impact) conditions.push(Prisma.sql`impact = ${impact}::impact`);
  if (serviceId) {
    conditions.push(
      Prisma.sql`exists (select 1 from ${table}_service s where s.${table}_id = ${table}.id and s.service_id = ${serviceId})`,
    );
  }
  if (query) {
    const words = Prisma.sql`to_tsquery('simple', spaced_text(${query}))`;
    conditions.push(Prisma.sql`id in (
      select id from ${table} where search_words(title) @@ ${words}
      union all select ${table}_id from ${table}_update where search_words(body) @@ ${words})`);
  }
  return Prisma.sql`
    select ${kind} as kind, id, started_at as at from ${table} where ${Prisma.join(conditions, ' and ')}`;
}
