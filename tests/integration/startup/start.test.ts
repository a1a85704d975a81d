import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { runServer, startApp, type TestApp } from '@/tests/support/app';
import { collectOutput } from '@/tests/support/child';
import { freePort } from '@/tests/support/free-port';
import { leftRunning } from '@/tests/support/left-running';
import { createTestDatabase } from '@/tests/support/postgres';
import { testFolder } from '@/tests/support/test-run';

let app: TestApp | undefined;
afterEach(async () => {
  await app?.stop();
  app = undefined;
});

/** Runs a start that is meant to fail. */
async function failedStart(env: Record<string, string>, folder?: string) {
  const child = runServer(env, folder);
  const output = collectOutput(child);
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, output: output().trim() };
}

describe('a start with wrong settings', () => {
  test('names all of them in sentences, without a stack', async () => {
    const { code, output } = await failedStart({ PORT: '99999', DEMO: 'perhaps', ADMIN_PASSWORD: 'short' });
    expect(code).toBe(1);
    expect(output.split('\n')).toEqual([
      'PORT must be a port from 1 to 65535, but it is "99999".',
      'ADMIN_PASSWORD must be at least 12 characters long.',
      'DEMO must be true or false, but it is "perhaps".',
    ]);
  });

  test('reads .env, and believes the environment first', async () => {
    const folder = testFolder('app');
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\nDEMO=perhaps\n');
    const { output } = await failedStart({ DEMO: 'true' }, folder);
    expect(output).toMatch(/^LOG_LEVEL must be one of .*, but it is "loud"\.$/);
  });
});

test('a start on a port in use says so and starts nothing', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  const folder = testFolder('app');
  try {
    const { code, output } = await failedStart({ PORT: `${port}` }, folder);
    expect(code).toBe(1);
    expect(output).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another.`);
    expect(leftRunning(folder)).toEqual([]);
  } finally {
    other.close();
  }
});

test('a start on a database that contradicts the migrations is refused in words', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`update _prisma_migrations set checksum = 'changed'`);
  await client.end();
  const { code, output } = await failedStart({ PORT: `${await freePort()}`, DATABASE_URL: database.url });
  await database.drop();
  expect(code).toBe(1);
  expect(output).toMatch(/^Migration \w+ was applied to this database with other contents/m);
  expect(output).not.toMatch(/^\s+at /m);
});

test('beyond this machine without PUBLIC_URL, a start says what it needs', async () => {
  const database = await createTestDatabase();
  app = await startApp({ env: { HOST: '0.0.0.0', DATABASE_URL: database.url } });
  expect(app.output).toContain('PUBLIC_URL is not set');
  await app.stop();
  await database.drop();
});

describe('a start with nothing set', () => {
  test('brings its own database, shows a password once, keeps its data, and leaves nothing behind', async () => {
    app = await startApp();
    expect(app.output).toContain(`Status page    http://localhost:${app.port}`);
    expect(app.output).toMatch(/Password {7}\S{12,}/);
    for (const host of ['localhost', '127.0.0.1']) {
      expect((await fetch(`http://${host}:${app.port}/`)).status, host).toBe(200);
    }
    expect(leftRunning(app.folder)).not.toEqual([]);

    await app.restart();
    expect(app.output).toContain('Signalbox is ready.');
    expect(app.output).not.toMatch(/Password|Creating|Applying/);

    expect(await app.stop('SIGINT')).toBe(0);
    expect(leftRunning(app.folder)).toEqual([]);
  });

  test('takes over the database of a start that was killed', async () => {
    app = await startApp();
    const before = leftRunning(app.folder);
    await app.kill();
    expect(leftRunning(app.folder)).toEqual(before);
    await app.restart();
    expect(leftRunning(app.folder)).toEqual(before);
    expect(await app.stop()).toBe(0);
    expect(leftRunning(app.folder)).toEqual([]);
  });

  test('stops in order while a visitor listens to the stream', async () => {
    app = await startApp();
    const stream = await fetch(`${app.url}/api/status/stream`);
    expect(stream.status).toBe(200);
    const heard = stream.text();
    const begun = Date.now();
    expect(await app.stop()).toBe(0);
    expect(Date.now() - begun).toBeLessThan(8_000);
    expect(await heard).toContain('event: done');
  });
});
