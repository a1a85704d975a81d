import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { takeLock } from '@/lib/process-lock.mjs';
import { type Cluster, databaseName, openCluster } from './embedded/cluster';
import { hasOwners, registerOwner } from './embedded/owners';
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './embedded/postmaster';

export type EmbeddedPostgres = {
  /** The address of its database, password included. */
  url: string;
  pid: number;
  /** Ends our use of it; the server stops when nobody else uses it. */
  stop(): Promise<void>;
};

type Options = {
  /** Holds the data, the password and the log; created when missing. */
  dataDir: string;
  /** A free one is chosen when not given. An already running server keeps its own. */
  port?: number;
  /** Further PostgreSQL settings, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
  onProgress?: (line: string) => void;
};

/**
 * Starts the PostgreSQL that came with npm, or joins the one that already runs on the same data.
 * Several processes may share it: the last one to stop stops the server.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const unlock = await takeLock(join(dataDir, 'lock'));
  try {
    const cluster = await openCluster(dataDir, options.onProgress ?? (() => {}));
    const postmaster =
      (await findPostmaster(cluster)) ?? (await startPostmaster(cluster, options.port, options.settings));
    await createDatabase(cluster, postmaster);
    const leave = registerOwner(dataDir);
    return {
      url: address(cluster, postmaster, databaseName),
      pid: postmaster.pid,
      stop: () => stopUnlessShared(dataDir, cluster, postmaster, leave),
    };
  } finally {
    unlock();
  }
}

async function stopUnlessShared(
  dataDir: string,
  cluster: Cluster,
  postmaster: Postmaster,
  leave: () => void,
) {
  const unlock = await takeLock(join(dataDir, 'lock'));
  try {
    leave();
    if (!hasOwners(dataDir)) await stopPostmaster(cluster, postmaster);
  } finally {
    unlock();
  }
}

function address(cluster: Cluster, { port }: Postmaster, database: string): string {
  return `postgresql://${databaseName}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function createDatabase(cluster: Cluster, postmaster: Postmaster) {
  const client = new pg.Client({ connectionString: address(cluster, postmaster, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}
