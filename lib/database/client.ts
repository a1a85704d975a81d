import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { pullFrom } from '@/lib/metrics';
import { singleton } from '@/lib/singleton';
import { PrismaClient } from './generated/client';

const poolSize = 20;
/** Long enough for a busy server, short enough that a page falls back to the last known state in time. */
const connectTimeoutMs = 3_000;
const statementTimeoutMs = 10_000;

/** The process's one Prisma client. Connects at first use. */
export function database(): PrismaClient {
  return singleton('database', () => {
    const pool = new Pool({
      connectionString: env().DATABASE_URL,
      max: poolSize,
      connectionTimeoutMillis: connectTimeoutMs,
      // Server side, so that a statement nobody waits for any more ends there too.
      statement_timeout: statementTimeoutMs,
      // Client side, for a server that is paused or cut off and sends no answer at all.
      query_timeout: statementTimeoutMs + 1_000,
      keepAlive: true,
    });
    pullFrom({
      pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    });
    const adapter = new PrismaPg(pool, {
      onPoolError: (error) => log.warn({ err: error }, 'a database connection broke'),
      // The pool is made here to be looked at; it ends with the client all the same.
      disposeExternalPool: true,
    });
    return new PrismaClient({ adapter });
  });
}

/** What runs inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
