import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRunning, processToken } from '@/lib/process-lock.mjs';
import { startTestPostgres } from '@/tests/support/postgres';
import { testFolder } from '@/tests/support/test-run';

type Server = Awaited<ReturnType<typeof startTestPostgres>>;

let dataDir: string;
const started: Server[] = [];

beforeEach(() => {
  dataDir = join(testFolder('postgres'), 'deep', 'postgres');
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

async function start(port?: number): Promise<Server> {
  const server = await startTestPostgres({ dataDir, port });
  started.push(server);
  return server;
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

const runs = (pid: number) => isRunning(processToken(pid)) && existsSync(`/proc/${pid}/exe`);

describe('the embedded PostgreSQL', () => {
  test('starts in a folder that nobody else may enter, keeps its password to itself, speaks UTF-8', async () => {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(join(dataDir, '..'), 0o700);
    const { url } = await start();
    expect((await query(url, 'show server_encoding')).rows).toEqual([{ server_encoding: 'UTF8' }]);
    expect((await query(url, `select upper('élan') as word`)).rows[0].word).toBe('ÉLAN');
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('keeps its data over a stop and a start on the same port', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(runs(first.pid)).toBe(false);
    const second = await start(first.port);
    expect(second.url).toBe(first.url);
    expect((await query(second.url, 'select * from kept')).rows).toEqual([{ answer: 42 }]);
  });

  test('recovers after it was killed', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    await sleep(100);
    const second = await start(first.port);
    expect(second.pid).not.toBe(first.pid);
    expect((await query(second.url, 'select * from kept')).rows).toEqual([{ answer: 42 }]);
  });

  test('is shared, and stops with the last that uses it', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.pid).toBe(first.pid);
    await first.stop();
    await query(second.url, 'select 1');
    await second.stop();
    expect(runs(first.pid)).toBe(false);
  });

  test('is taken over when the process that started it was killed', async () => {
    const first = await start();
    // A note such as a killed process leaves: its number runs no more.
    const dead = spawn('true');
    await new Promise((resolve) => dead.on('close', resolve));
    const owners = join(dataDir, 'owners');
    const [note = ''] = readdirSync(owners);
    renameSync(join(owners, note), join(owners, `${dead.pid}.x`));
    writeFileSync(join(owners, `${dead.pid}.x`), `${dead.pid}:1`);
    const second = await start();
    expect(second.pid).toBe(first.pid);
    await second.stop();
    expect(runs(first.pid)).toBe(false);
  });

  test('begins again where its creation was broken off', async () => {
    mkdirSync(join(dataDir, 'cluster.partial', 'base'), { recursive: true });
    const { url } = await start();
    await query(url, 'select 1');
  });
});
