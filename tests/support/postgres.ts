import pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '@/lib/database/embedded-postgres';
import { migrate } from '@/lib/database/migrate';
import { noteProcess, testFolder } from './test-run';

/** Nothing a test writes has to survive a power cut. */
const fast = { fsync: 'off', full_page_writes: 'off', max_connections: '300' };

/** A PostgreSQL server of the test's own, which it may stop, kill and start again on the same data and port. */
export async function startTestPostgres(options: { dataDir?: string; port?: number } = {}) {
  const dataDir = options.dataDir ?? testFolder('postgres');
  const server = await startPostgres({ dataDir, port: options.port, settings: fast });
  noteProcess(server.pid);
  return { ...server, dataDir, port: Number(new URL(server.url).port) };
}

/** Starts the server that all test files share. Called once, before any of them. */
export async function startSharedPostgres(): Promise<EmbeddedPostgres> {
  const server = await startTestPostgres();
  const template = new URL(server.url);
  template.pathname = '/signalbox_template';
  await administer(server.url, 'create database signalbox_template');
  await migrate({ databaseUrl: template.href });
  process.env.TEST_POSTGRES_URL = server.url;
  return server;
}

/** A database of the test's own on the shared server: migrated, and empty if not asked otherwise. */
export async function createTestDatabase(
  options: { migrated?: boolean } = {},
): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('createTestDatabase needs the set-up of the integration or e2e tests');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const template = options.migrated === false ? 'template1' : 'signalbox_template';
  await administer(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Two test files at once may ask for the template in the same moment; PostgreSQL lets one wait at most.
  await client.query('select pg_advisory_lock(1)');
  await client.query(statement).finally(() => client.end());
}
