import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { planMigrations, type RecordedMigration } from './migration-plan';
import { type Migration, readMigrations } from './migrations-folder';

/** The lock that `prisma migrate deploy` takes too, so that it and we wait for each other. */
const prismaLock = 72707369;

// Word for word Prisma's own table, so that its command line reads our records and we read its.
const recordsTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

type Options = {
  databaseUrl: string;
  /** Where the migrations lie: `prisma/migrations` of the current folder if not given. */
  directory?: string;
  /** How long to wait for a database that does not answer yet. */
  waitMs?: number;
  onProgress?: (line: string) => void;
};

/**
 * Brings the database up to date and returns the names of the migrations it applied. Two processes may call it at
 * once: one waits for the other. Throws a `MigrationRefusal` when the database and the files contradict each other.
 */
export async function migrate(options: Options): Promise<string[]> {
  const { databaseUrl, directory = 'prisma/migrations', waitMs = 30_000, onProgress = () => {} } = options;
  const migrations = await readMigrations(directory);
  const client = await connect(databaseUrl, waitMs, onProgress);
  try {
    await client.query('select pg_advisory_lock($1)', [prismaLock]);
    await client.query(recordsTable);
    const { rows } = await client.query<RecordedMigration>(
      'select * from _prisma_migrations order by started_at',
    );
    const pending = planMigrations(migrations, rows);
    for (const migration of pending) {
      onProgress(`Applying migration ${migration.name}`);
      await apply(client, migration);
    }
    return pending.map((migration) => migration.name);
  } finally {
    // Ending the connection gives the lock back.
    await client.end();
  }
}

/** The migration and its record are one transaction: either both are there or neither is. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('begin');
  try {
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at)
       values ($1, $2, $3, clock_timestamp())`,
      [crypto.randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query(
      `update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1
       where migration_name = $1 and finished_at is null and rolled_back_at is null`,
      [name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${name} failed and changed nothing: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function connect(databaseUrl: string, waitMs: number, onProgress: (line: string) => void) {
  const { host } = new URL(databaseUrl);
  for (let told = false, limit = Date.now() + waitMs; ; told = true) {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
    // A connection that breaks while idle reports here as well as in the next query.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (!mayComeUp(error) || Date.now() >= limit) {
        throw new Error(`The database at ${host} cannot be used: ${reason(error)}.`, { cause: error });
      }
      if (!told) onProgress(`Waiting for the database at ${host} (${reason(error)})`);
      await sleep(500);
    }
  }
}

/** A wrong password or a missing database will not mend itself; a server that is not up yet may. */
function mayComeUp(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return !/^(28|3D)/.test(code);
}

function reason(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || 'no answer';
}
