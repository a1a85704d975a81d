import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { requireChromium } from '../../support/chromium';
import { curlShell } from '../../support/curl';
import { createTestDatabase } from '../../support/postgres';
import { apiToken, type Publisher, publisherAt, revisionOf } from './publisher';
import { until } from './two-processes';

/** Programs that undo gzip themselves must show each frame as it comes, and not when the stream ends. */
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let app: TestApp;
let publisher: Publisher;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, ADMIN_API_TOKEN: apiToken, STREAM_HEARTBEAT_SECONDS: '1' };
  app = await startApp({ env });
  publisher = await publisherAt(app);
}, 120_000);
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

/** Publishes one change after another, each once the one before was heard. */
async function publishEachHeard(heard: (revision: number) => unknown): Promise<void> {
  await until(async () => expect(await heard(await revisionOf(app))).toBe(true));
  for (let i = 0; i < 3; i += 1) {
    await publisher.openIncident(`Number ${i}`);
    const revision = await revisionOf(app);
    await until(async () => expect(await heard(revision)).toBe(true));
  }
}

describe('each change of a deflated stream is heard as it comes', { timeout: 60_000 }, () => {
  it('by fetch', async () => {
    const answer = await fetch(`${app.url}/api/status/stream`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    let text = '';
    const reading = answer.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: (chunk) => void (text += chunk) }))
      .catch(() => {});
    await publishEachHeard((revision) => text.includes(`\nid: ${revision}\n`));
    await until(() => expect(text).toContain('event: ping'));
    await app.restart();
    await reading;
    expect(text).toMatch(/event: done\ndata: \{"reason":"shutdown","retryMs":\d+\}\n\n$/);
    publisher = await publisherAt(app);
  });

  it('by curl --compressed', async () => {
    const curl = await curlShell({ at: {} });
    let told: Promise<void> | undefined;
    let printed = '';
    await curl(`curl -sN --compressed -D - ${app.url}/api/status/stream`, (text) => {
      printed = text;
      told ??= publishEachHeard((revision) => printed.includes(`\nid: ${revision}\n`));
      void told.then(() => (printed += '\nheard all'));
      return text.includes('event: ping') && text.split('event: incident.created').length > 3;
    });
    await told;
    expect(printed).toMatch(/content-encoding: gzip/i);
  });

  it('by an EventSource of Chromium', async () => {
    const browser = await chromium.launch({
      executablePath: await requireChromium(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`${app.url}/api/health/live`);
      const answers: (string | undefined)[] = [];
      page.on('response', (answer) => {
        if (answer.url().endsWith('/api/status/stream')) answers.push(answer.headers()['content-encoding']);
      });
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        const source = new EventSource('/api/status/stream');
        source.onmessage = ({ lastEventId }) => heard.push(lastEventId);
        source.addEventListener('ping', () => heard.push('ping'));
        source.addEventListener('done', () => heard.push('done'));
      });
      const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
      await publishEachHeard(async (revision) => (await heard()).includes(`${revision}`));
      await until(async () => expect(await heard()).toContain('ping'));
      await app.restart();
      publisher = await publisherAt(app);
      await publisher.openIncident('After the restart');
      const revision = await revisionOf(app);
      await until(async () => expect(await heard()).toContain(`${revision}`));
      expect(await heard()).toContain('done');
      expect(new Set(answers)).toEqual(new Set(['gzip']));
    } finally {
      await browser.close();
    }
  });
});
