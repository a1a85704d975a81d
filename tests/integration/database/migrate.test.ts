import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '@/lib/database/migrate';
import { checksumOf } from '@/lib/database/migrations-folder';
import { freePort } from '@/tests/support/free-port';
import { createTestDatabase } from '@/tests/support/postgres';
import { testFolder } from '@/tests/support/test-run';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;
let directory: string;

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  directory = testFolder('migrations');
  writeMigration('1_first', 'create table thing (id int primary key);');
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

function writeMigration(name: string, sql: string) {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), sql);
}

const run = () => migrate({ databaseUrl: database.url, directory });
const records = async () => (await client.query('select * from _prisma_migrations order by started_at')).rows;
const hasTable = async (name: string) =>
  (await client.query('select to_regclass($1) is not null as found', [name])).rows[0].found;

describe('migrating', () => {
  test('applies what is new, in order, and records it as Prisma does', async () => {
    writeMigration(
      '2_second',
      'alter table thing add column name text; insert into thing values (1, $$a$$);',
    );
    expect(await run()).toEqual(['1_first', '2_second']);
    const [first, second] = await records();
    expect(first).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      migration_name: '1_first',
      checksum: checksumOf('create table thing (id int primary key);'),
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(second.finished_at.getTime()).toBeGreaterThanOrEqual(second.started_at.getTime());
  });

  test('a second time changes nothing', async () => {
    await run();
    const before = await records();
    expect(await run()).toEqual([]);
    expect(await records()).toEqual(before);
  });

  test('by many processes at once applies each migration once', async () => {
    writeMigration('2_slow', 'select pg_sleep(0.3); create table slow (id int);');
    const applied = await Promise.all([run(), run(), run(), run()]);
    expect(applied.flat().sort()).toEqual(['1_first', '2_slow']);
    expect(await records()).toHaveLength(2);
  });

  test('leaves nothing behind when a migration fails, and takes it again when it is mended', async () => {
    writeMigration('2_broken', 'create table half (id int); create table thing (id int);');
    await expect(run()).rejects.toThrow(
      /^Migration 2_broken failed and changed nothing: .*"thing" already exists/,
    );
    expect(await hasTable('half')).toBe(false);
    expect(await records()).toHaveLength(1);
    writeMigration('2_broken', 'create table half (id int);');
    expect(await run()).toEqual(['2_broken']);
  });
});

describe('migrating refuses in words', () => {
  test('a file that was changed after it was applied', async () => {
    await run();
    writeMigration('1_first', 'create table thing (id bigint primary key);');
    await expect(run()).rejects.toThrow(/1_first was applied to this database with other contents/);
  });

  test('a migration that Prisma left unfinished', async () => {
    await run();
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, logs) values ('x', 'x', '2_second', 'out of disk')`,
    );
    writeMigration('2_second', 'select 1;');
    await expect(run()).rejects.toThrow(/2_second was started .* did not finish. It said: out of disk/);
  });

  test('a database that a newer version has migrated', async () => {
    writeMigration('2_second', 'select 1;');
    await run();
    directory = testFolder('migrations');
    writeMigration('1_first', 'create table thing (id int primary key);');
    await expect(run()).rejects.toThrow(/had migration 2_second, which this version .* does not know/);
  });

  test('a wrong password, at once', async () => {
    const url = new URL(database.url);
    url.password = 'wrong';
    const begun = Date.now();
    await expect(migrate({ databaseUrl: url.href, directory })).rejects.toThrow(/cannot be used: .*password/);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });
});

test('a database that is not up yet is waited for, and said to be', async () => {
  const lines: string[] = [];
  const databaseUrl = `postgresql://nobody:x@127.0.0.1:${await freePort()}/none`;
  const attempt = migrate({ databaseUrl, directory, waitMs: 1_200, onProgress: (line) => lines.push(line) });
  await expect(attempt).rejects.toThrow(/cannot be used: .*ECONNREFUSED/);
  expect(lines).toEqual([expect.stringMatching(/^Waiting for the database at 127.0.0.1:\d+/)]);
});
