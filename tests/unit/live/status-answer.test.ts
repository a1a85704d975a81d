import { beforeEach, describe, expect, it } from 'vitest';
import { createLocalBus } from '@/lib/live/bus';
import { LiveRoom } from '@/lib/live/live-room';
import { answerStatus } from '@/lib/live/status-answer';
import { FakeLog } from './fake-log';
import { noCaps } from './room-fixture';
import { stateOf } from './states';

let log: FakeLog;
let room: LiveRoom;

beforeEach(() => {
  log = new FakeLog();
  log.commit(3);
  const options = { source: log, bus: createLocalBus(), heartbeatMs: 15_000, caps: noCaps, now: Date.now };
  room = new LiveRoom({ ...options, warn: () => {}, onRevision: () => {} });
});

const ask = (method = 'GET', headers: Record<string, string> = {}) =>
  answerStatus(new Request('http://localhost/api/status', { method, headers }), room);

describe('the status as JSON', () => {
  it('is the state, for everyone, with a strong tag', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('etag')).toMatch(/^"[\w-]{27}"$/);
    expect(await response.json()).toEqual(stateOf(3));
  });

  it('has a new tag when it has changed or is stale', async () => {
    const first = (await ask()).headers.get('etag');
    expect((await ask()).headers.get('etag')).toBe(first);
    await room.announce(log.commit());
    const second = (await ask()).headers.get('etag');
    room.hub.markStale();
    const third = await ask();
    expect(new Set([first, second, third.headers.get('etag')]).size).toBe(3);
    expect(await third.json()).toMatchObject({ stale: true, revision: 4 });
  });

  it.each([
    ['the tag', (tag: string) => tag, 304],
    ['the tag, weak', (tag: string) => `W/${tag}`, 304],
    ['one of several', (tag: string) => `"a,b" , W/"c",${tag}`, 304],
    ['a star', () => '*', 304],
    ['another', () => '"x"', 200],
    ['a part of it', (tag: string) => `${tag.slice(0, 8)}"`, 200],
    ['without quotes', (tag: string) => tag.slice(1, -1), 200],
    ['nothing', () => '', 200],
  ])('If-None-Match: %s', async (_, held, status) => {
    const tag = (await ask()).headers.get('etag') ?? '';
    const response = await ask('GET', { 'if-none-match': held(tag) });
    expect(response.status).toBe(status);
    expect(response.headers.get('etag')).toBe(tag);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await response.text()).length > 0).toBe(status === 200);
  });

  it('answers HEAD without a body, OPTIONS, and refuses the others', async () => {
    const head = await ask('HEAD');
    expect([head.status, head.headers.get('etag') === null, head.body]).toEqual([200, false, null]);
    const options = await ask('OPTIONS');
    expect(options.status).toBe(204);
    expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(options.headers.get('access-control-allow-headers')).toContain('If-None-Match');
    const post = await ask('POST');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('answers 503 in words while nothing is known', async () => {
    log.isDown = true;
    const response = await ask();
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });
});
