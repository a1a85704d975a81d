import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { site, stream } from './behind';
import type { Answer, Arrival } from './listen-to';
import type { Visitors } from './through-proxy';
import { visit } from './visit';

const named = (wanted: string) => (event: Arrival) => event.name === wanted;
const sentAt = (ping: Arrival | undefined) => Date.parse(ping?.json.now);
const accepting = { origin: site, 'accept-encoding': 'gzip, deflate, br, zstd' };

/** Everything comes when it is sent. Shown by order, on one clock: each thing is here before the next is sent. */
export function progressive(visitors: Visitors[]): void {
  const opened: { protocol: string; plain: Answer; zipped: Answer }[] = [];
  // All at once, because heartbeats take their time.
  beforeAll(async () => {
    for (const { protocol, ask } of visitors) {
      const [plain, zipped] = [await ask(stream, { origin: site }), await ask(stream, accepting)];
      opened.push({ protocol, plain, zipped });
    }
  });
  const close = () => {
    for (const { plain, zipped } of opened.splice(0)) {
      plain.close();
      zipped.close();
    }
  };
  afterAll(close);

  describe.each(visitors)('over $protocol', ({ protocol, here, ask }) => {
    const answers = () => {
      const found = opened.find((one) => one.protocol === protocol);
      if (!found) throw new Error(`No stream was opened over ${protocol}.`);
      return found;
    };

    it('the stream keeps its headers', () => {
      const { plain } = answers();
      expect(plain.status).toBe(200);
      expect(plain.headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-store, no-transform',
        'access-control-allow-origin': site,
      });
      expect(plain.headers.vary).toMatch(variesByReader);
    });

    it('nothing is compressed but what the app compresses itself', async () => {
      const direct = await visit({ port: here.app.port, protocol: 'http' }, stream, accepting);
      const other = await ask(stream, { ...accepting, 'accept-encoding': 'deflate, br, zstd' });
      const { plain, zipped } = answers();
      expect(zipped.headers['content-encoding']).toBe(direct.headers['content-encoding']);
      expect(plain.headers).not.toHaveProperty('content-encoding');
      expect(other.headers).not.toHaveProperty('content-encoding');
      direct.close();
      other.close();
    });

    it.each([{ origin: site }, accepting])('the state comes before any heartbeat: %o', async (headers) => {
      // A heartbeat may be due in the very moment of opening, but not each time.
      let [came, sent] = [0, 0];
      for (let attempt = 0; attempt < 4 && came >= sent; attempt++) {
        const answer = await ask(stream, headers);
        came = (await answer.next(named('message'))).atMs;
        sent = sentAt(await answer.next(named('ping')));
        answer.close();
      }
      expect(came).toBeLessThan(sent);
    });

    it.each(['plain', 'zipped'] as const)('each heartbeat comes by itself: %s', async (kind) => {
      const answer = answers()[kind];
      await answer.next(() => answer.arrivals.filter(named('ping')).length >= 4);
      const pings = answer.arrivals.filter(named('ping'));
      expect(answer.text).toMatch(/^retry: \d+\n: connected\n/);
      pings.slice(1).forEach((ping, nth) => {
        expect(pings[nth]?.atMs).toBeLessThan(sentAt(ping));
      });
    });
  });
}

/** A proxy may leave the space out, and add to it. */
export const variesByReader = /Origin, ?Sec-Fetch-Site/;
