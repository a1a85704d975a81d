import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/tests/support/app';
import { curlShell } from '@/tests/support/curl';
import { createTestDatabase } from '@/tests/support/postgres';
import { startTlsFront } from '@/tests/support/tls-front';

/** The README's curl lines, run as they are written. */
const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '');
const lines = blocks
  .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
  .filter((line) => line.startsWith('curl'));
const lineWith = (part: string) =>
  lines.find((line) => line.includes(part)) ?? `: no documented line has ${part}`;

const ADMIN_API_TOKEN = 'a-token-of-the-test-that-is-long-enough';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let trial: TestApp;
let production: TestApp;
let front: Awaited<ReturnType<typeof startTlsFront>>;
let shell: Awaited<ReturnType<typeof curlShell>>;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, ADMIN_API_TOKEN };
  trial = await startApp({ env });
  production = await startApp({ env: { ...env, PUBLIC_URL: 'https://status.example.com' } });
  front = await startTlsFront('status.example.com', production.port);
  const at = {
    'localhost:3000': `127.0.0.1:${trial.port}`,
    'status.example.com:443': `127.0.0.1:${front.port}`,
  };
  const answer = await fetch(`${trial.url}/api/v1/pages`, {
    headers: { Authorization: `OAuth ${ADMIN_API_TOKEN}` },
  });
  const [page] = (await answer.json()) as { id: string }[];
  shell = await curlShell({ at, env: { ADMIN_API_TOKEN, PAGE_ID: page?.id ?? '' } });
}, 120_000);

afterAll(async () => {
  await front?.stop();
  await Promise.all([trial?.stop(), production?.stop()]);
  await database?.drop();
});

const hasState = (printed: string) => /\nid: \d+\ndata: \{.*\}\n\n/.test(printed);

describe("the README's lines", () => {
  it('are all tried here', () => {
    expect(lines).toHaveLength(5);
  });

  it('list the page', async () => {
    expect(JSON.parse(await shell(lineWith('/api/v1/pages')))).toMatchObject([
      { id: expect.stringMatching(/^[a-z0-9]{12}$/) },
    ]);
  });

  it('open an incident', async () => {
    const opened = JSON.parse(await shell(lineWith('$PAGE_ID/incidents')));
    expect(opened).toMatchObject({
      name: 'API requests fail',
      incident_updates: [{ body: 'We are looking.' }],
    });
  });

  it('watch the stream', async () => {
    expect(await shell(lineWith('-N http://localhost'), hasState)).toMatch(
      /^retry: \d{4}\n: connected\n\nid: \d+\n/,
    );
  });

  it('read the state once', async () => {
    expect(JSON.parse(await shell(lineWith('curl -s http://localhost:3000/api/status')))).toHaveProperty(
      'statusLabel',
    );
  });

  it('watch the stream in production, through TLS', async () => {
    expect(await shell(lineWith('https://status.example.com/api'), hasState)).toMatch(
      /^retry: \d{4}\n: connected\n\nid: \d+\n/,
    );
  });
});
