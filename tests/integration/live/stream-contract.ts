import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { type GuardCase, guardTable, site } from '../../unit/live/origin-guard-table';
import { type RawAnswer, rawRequest } from './raw-request';
import { until } from './two-processes';

/** A way to the stream of a running app whose origins are those of the guard's table. */
export type Door = {
  /** The production site's port, and that of an app without PUBLIC_URL. */
  production: () => number;
  development: () => number;
  /** The path, as it is sent. */
  path: string;
  /** What a reader that takes gzip is sent. */
  encodesGzip: boolean;
  /** Commits a change and answers its revision. */
  publish: () => Promise<number>;
};

const atSite = { host: 'status.example.com', origin: site };

/** The contract of stream.md, held against one way to the stream. */
export function describeContract(name: string, door: Door): void {
  const open: RawAnswer[] = [];
  afterEach(() => {
    for (const answer of open.splice(0)) answer.close();
  });
  const ask = async (
    headers: Record<string, string> = atSite,
    query = '',
    method = 'GET',
    path = door.path,
  ) => {
    const answer = await rawRequest({ port: door.production(), path: path + query, method, headers });
    open.push(answer);
    return answer;
  };
  const varied = door.encodesGzip ? 'Origin, Sec-Fetch-Site, Accept-Encoding' : 'Origin, Sec-Fetch-Site';

  describe(`${name}: the response`, () => {
    it('has the headers of the contract, each once, and the framing of the server alone', async () => {
      const { status, headers, rawHeaders } = await ask();
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-store, no-transform',
        'x-accel-buffering': 'no',
        'access-control-allow-origin': site,
        'transfer-encoding': 'chunked',
      });
      expect(headers.vary).toContain(varied);
      expect(headers).not.toHaveProperty('content-length');
      expect(headers).not.toHaveProperty('content-encoding');
      const names = rawHeaders.filter((_, i) => i % 2 === 0).map((header) => header.toLowerCase());
      for (const once of ['transfer-encoding', 'connection', 'content-type', 'cache-control', 'date'])
        expect(names.filter((header) => header === once)).toHaveLength(1);
    });

    it('begins at once with retry, a comment, and the state under its revision', async () => {
      const answer = await ask();
      await until(() => expect(answer.text).toMatch(/\}\n\n$/));
      const [, retry, id, data] =
        /^retry: (\d+)\n: connected\n\nid: (\d+)\ndata: (.*)\n\n/.exec(answer.text) ?? [];
      expect(Number(retry)).toBeGreaterThanOrEqual(2000);
      expect(Number(retry)).toBeLessThanOrEqual(4000);
      const state = JSON.parse(data ?? '');
      expect(Object.keys(state)).toEqual([
        'statusLabel',
        'services',
        'incidents',
        'maintenances',
        'revision',
        'updatedAt',
      ]);
      expect(`${state.revision}`).toBe(id);
    });

    it('tells a change in one go: named without id, then the state with it', async () => {
      const answer = await ask();
      await until(() => expect(eventsOf(answer)).toHaveLength(1));
      const revision = await door.publish();
      await until(() => expect(eventsOf(answer)).toHaveLength(3));
      const [before, change, state] = eventsOf(answer);
      expect(before?.id).toBe(`${revision - 1}`);
      expect([change?.event, change?.id]).toEqual(['incident.created', undefined]);
      expect(JSON.parse(change?.data ?? '')).toMatchObject({
        revision,
        at: expect.stringMatching(/Z$/),
        incident: {},
      });
      expect([state?.event, state?.id]).toEqual([undefined, `${revision}`]);
    });

    it('beats: a comment and a ping', async () => {
      const answer = await ask();
      const beat = /: heartbeat\n\nevent: ping\ndata: \{"revision":\d+,"now":"20[^"]+Z"\}\n\n/;
      await until(() => expect(answer.text).toMatch(beat));
    });

    it('is deflated where the way allows it and the reader takes it, and not where it asks for it plain', async () => {
      const gzip = { ...atSite, 'accept-encoding': 'gzip, deflate, br' };
      const deflated = await ask(gzip);
      expect(deflated.headers['content-encoding']).toBe(door.encodesGzip ? 'gzip' : undefined);
      await until(() => expect(eventsOf(deflated)).toHaveLength(1));
      const revision = await door.publish();
      await until(() => expect(eventsOf(deflated).at(-1)?.id).toBe(`${revision}`));
      const plain = await ask(gzip, '?encoding=identity');
      expect(plain.headers).not.toHaveProperty('content-encoding');
      await until(() => expect(eventsOf(plain)).toHaveLength(1));
    });

    it('to a HEAD is the headers alone', async () => {
      const answer = await ask(atSite, '', 'HEAD');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
      await until(() => expect(answer.isEnded).toBe(true));
      expect(answer.text).toBe('');
    });
  });

  describe(`${name}: resuming`, () => {
    it.each([
      ['the header', (id: number) => [{ 'last-event-id': `${id}` }, ''] as const],
      ['the address', (id: number) => [{}, `?lastEventId=${id}`] as const],
      [
        'the header before the address',
        (id: number) => [{ 'last-event-id': `${id}` }, '?lastEventId=0'] as const,
      ],
    ])('from %s: the changes missed, then the state once', async (_, bring) => {
      const first = await door.publish();
      const second = await door.publish();
      const [headers, query] = bring(first - 1);
      const answer = await ask({ ...atSite, ...headers }, query);
      await until(() => expect(eventsOf(answer)).toHaveLength(3));
      const told = eventsOf(answer).map(({ event, id, data }) => [event, id, JSON.parse(data).revision]);
      expect(told).toEqual([
        ['incident.created', undefined, first],
        ['incident.created', undefined, second],
        [undefined, `${second}`, second],
      ]);
    });

    it('where nothing was missed: nothing', async () => {
      const revision = await door.publish();
      const answer = await ask({ ...atSite, 'last-event-id': `${revision}` });
      await until(() => expect(answer.text).toContain(': heartbeat'));
      expect(answer.text).toMatch(/^retry: \d+\n: connected\n\n: heartbeat/);
    });

    it.each(['999999999', 'abc', '-1', '1.5', '9'.repeat(300), '%00', '1:2'])(
      'from %s, which nobody knows: the state afresh',
      async (id) => {
        const answer = await ask({ ...atSite, 'last-event-id': id });
        await until(() => expect(eventsOf(answer)).toHaveLength(1));
        expect(JSON.parse(eventsOf(answer)[0]?.data ?? '').reset).toBe(true);
      },
    );
  });

  describe(`${name}: who may listen`, () => {
    const settingsOf = ({ env }: GuardCase) => (env.PUBLIC_URL ? door.production() : door.development());
    // A Host or Origin with bytes beyond latin1 is sent as those bytes, as a client would.
    const asSent = (headers: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [key, Buffer.from(value).toString('latin1')]),
      );

    it.each(guardTable.filter(isServedHere))('$name → $status', async (given) => {
      const { method = 'GET', headers, status, allowOrigin } = given;
      const answer = await rawRequest({
        port: settingsOf(given),
        path: door.path,
        method,
        headers: asSent(headers),
      });
      open.push(answer);
      expect(answer.status).toBe(status);
      expect(answer.headers['access-control-allow-origin']).toBe(allowOrigin);
      expect(answer.headers.vary).toContain('Origin, Sec-Fetch-Site');
      if (status === 403 || status === 405)
        expect(answer.headers['content-type']).toBe('application/problem+json');
      if (status === 405) expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
      if (status === 204) expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD');
    });
  });
}

/** The two apps have the settings of most of the table's cases, not of all. */
function isServedHere({ env }: GuardCase): boolean {
  return env.PUBLIC_URL === site || (env.PUBLIC_URL === undefined && env.ALLOWED_ORIGINS.length === 0);
}

/** What an EventSource would have heard by now, pings left out. */
function eventsOf({ text }: RawAnswer): EventSourceMessage[] {
  const events: EventSourceMessage[] = [];
  createParser({ onEvent: (event) => event.event !== 'ping' && events.push(event) }).feed(text);
  return events;
}
