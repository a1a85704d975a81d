import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { singleton } from '@/lib/singleton';
import { PrismaClient } from './generated/client';

const poolSize = 20;
/** Long enough for a busy server, short enough that a page falls back to the last known state in time. */
const connectTimeoutMs = 3_000;
const statementTimeoutMs = 10_000;

/** The process's one Prisma client. Connects at first use. */
export function database(): PrismaClient {
  return singleton('database', () => {
    const adapter = new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: poolSize,
        connectionTimeoutMillis: connectTimeoutMs,
        // Server side, so that a statement nobody waits for any more ends there too.
        statement_timeout: statementTimeoutMs,
        // Client side, for a server that is paused or cut off and sends no answer at all.
        query_timeout: statementTimeoutMs + 1_000,
        keepAlive: true,
      },
      { onPoolError: (error) => log.warn({ err: error }, 'a database connection broke') },
    );
    return new PrismaClient({ adapter });
  });
}

/** What runs inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
