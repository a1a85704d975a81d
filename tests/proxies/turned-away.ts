import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../integration/live/raw-request';
import { readinessOf, until } from '../integration/live/two-processes';
import { site, stream } from './behind';
import type { Answer } from './listen-to';
import { openStreams } from './open-streams';
import { variesByReader } from './progressive';
import type { Visitors } from './through-proxy';
import { host } from './visit';

const reader = { origin: site };
const perAddress = 2;
const total = 3;
/** Their goodbyes take two seconds, long enough to ask meanwhile. */
const leaving = 1_000;

/** The app's own word that there is no stream now reaches the visitor as it is, and nobody else. */
export function turnedAway(visitors: Visitors[]): void {
  const { here } = visitors[0] as Visitors;

  describe('where few streams may be open', () => {
    beforeAll(() => restartWith({ STREAM_MAX_PER_ADDRESS: `${perAddress}`, STREAM_MAX: `${total}` }));

    describe.each(visitors)('over $protocol', ({ ask }) => {
      const opened: Answer[] = [];
      const open = async (from: string, claim = {}) => {
        const answer = await ask(stream, { ...reader, ...claim }, { from });
        opened.push(answer);
        return answer;
      };
      const mayOpen = async (from: string) => expect((await open(from)).status).toBe(200);
      afterEach(async () => {
        for (const answer of opened.splice(0)) answer.close();
        await noneOpen();
      });

      it('too many of one visitor are 429, whatever the visitor claims, and the next visitor gets one', async () => {
        await mayOpen('127.0.0.4');
        await mayOpen('127.0.0.4');
        const refused = await open('127.0.0.4', { 'x-forwarded-for': '203.0.113.9' });
        await expectRefusal(refused, { status: 429, title: 'Too many streams', least: 20, most: 60 });
        await mayOpen('127.0.0.5');
        opened.shift()?.close();
        await until(() => mayOpen('127.0.0.4'));
      });

      it('too many of all are 503, and the next visitor gets one when somebody has left', async () => {
        for (const from of ['127.0.0.4', '127.0.0.4', '127.0.0.5']) await mayOpen(from);
        const refused = await open('127.0.0.6');
        await expectRefusal(refused, { status: 503, title: 'Too many readers', least: 20, most: 60 });
        opened.shift()?.close();
        await until(() => mayOpen('127.0.0.7'));
      });
    });
  });

  it('an app on its way out says so', async () => {
    await restartWith({ STREAM_MAX_PER_ADDRESS: '', STREAM_MAX: '' });
    const direct = await openAtTheApp();
    const stopped = here.app.stop();
    await until(() => expect(direct.some(({ isEnded }) => isEnded)).toBe(true));
    const refused = await Promise.all(visitors.map(({ ask }) => ask(stream, reader)));
    for (const answer of refused)
      await expectRefusal(answer, { status: 503, title: 'Not available', least: 1, most: 5 });
    expect(await stopped).toBe(0);
  });

  const noneOpen = () => until(async () => expect(await openStreams(here.app)).toBe(0));

  async function restartWith(settings: Record<string, string>): Promise<void> {
    Object.assign(here.settings, settings);
    await here.app.restart();
    await until(async () => expect(await readinessOf(here.app)).toMatchObject({ code: 200 }));
    const find = async ({ ask }: Visitors) => {
      const answer = await ask(stream, reader);
      answer.close();
      expect(answer.status).toBe(200);
    };
    await Promise.all(visitors.map((one) => until(() => find(one))));
    await noneOpen();
  }

  /** Each as a proxy tells of another visitor. */
  async function openAtTheApp() {
    const streams: Awaited<ReturnType<typeof rawRequest>>[] = [];
    const ask = (nth: number) => {
      const forwarded = `10.0.${nth >> 8}.${nth & 255}`;
      const headers = { ...reader, host, 'x-forwarded-for': forwarded };
      return rawRequest({ port: here.app.port, path: stream, headers });
    };
    while (streams.length < leaving)
      streams.push(...(await Promise.all(Array.from({ length: 100 }, (_, i) => ask(streams.length + i)))));
    return streams;
  }
}

type Refusal = { status: number; title: string; least: number; most: number };

async function expectRefusal(answer: Answer, { status, title, least, most }: Refusal): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'access-control-allow-origin': site,
    'access-control-expose-headers': 'Retry-After',
  });
  expect(answer.headers.vary).toMatch(variesByReader);
  expect(answer.headers['retry-after']).toMatch(/^\d+$/);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(least);
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(most);
  expect(JSON.parse(await answer.whole())).toMatchObject({ status, title });
}
