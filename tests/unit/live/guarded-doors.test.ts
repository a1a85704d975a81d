import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '@/app/api/status/stream/route';
import { createLocalBus } from '@/lib/live/bus';
import { LiveRoom } from '@/lib/live/live-room';
import middleware from '@/middleware';
import { FakeLog } from './fake-log';
import { type GuardCase, guardTable, production, site } from './origin-guard-table';
import { noCaps } from './room-fixture';

const current = vi.hoisted(() => ({ env: {} as object, room: null as unknown }));
vi.mock('@/lib/env', () => ({ env: () => current.env }));
vi.mock('@/lib/live/live', () => ({ liveRoom: () => current.room }));

const handlers = { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT };
const address = 'http://127.0.0.1:3000/api/status/stream';

beforeAll(async () => {
  const log = new FakeLog();
  log.commit(3);
  const options = { source: log, bus: createLocalBus(), heartbeatMs: 15_000, caps: noCaps, now: Date.now };
  const room = new LiveRoom({ ...options, warn: () => {}, onRevision: () => {} });
  await room.catchUp();
  current.room = room;
});

function requestOf({ env, method = 'GET', headers }: GuardCase): NextRequest {
  current.env = env;
  const given = new Headers();
  // As Node hands headers on: each byte a character.
  for (const [name, value] of Object.entries(headers)) given.set(name, Buffer.from(value).toString('latin1'));
  return new NextRequest(address, { method, headers: given });
}

function expectAnswer(response: Response, { status, allowOrigin }: GuardCase): void {
  expect(response.status).toBe(status);
  expect(response.headers.get('access-control-allow-origin')).toBe(allowOrigin ?? null);
  expect(response.headers.get('vary')).toBe('Origin, Sec-Fetch-Site');
  if (status === 403 || status === 405)
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  if (status === 405) expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
}

describe('the route handler lets in whom the guard lets in', () => {
  it.each(guardTable)('$name → $status', async (given) => {
    const method = (given.method ?? 'GET') as keyof typeof handlers;
    const response = await handlers[method](requestOf(given));
    expectAnswer(response, given);
    if (given.status === 200)
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await response.body?.cancel();
  });

  it('and keeps none of them open', () => {
    expect((current.room as LiveRoom).hub.openSessions).toBe(0);
  });
});

describe('the middleware lets in whom the guard lets in', () => {
  it.each(guardTable)('$name → $status', (given) => {
    const response = middleware(requestOf(given));
    const isPassedOn = response.headers.get('x-middleware-next') === '1';
    expect(isPassedOn).toBe(given.status === 200);
    if (!isPassedOn) expectAnswer(response, given);
  });
});

describe('the stream handler', () => {
  const headers = { host: 'status.example.com', origin: site };
  const get = (more: Record<string, string> = {}, query = '') => {
    current.env = production;
    return GET(new Request(address + query, { headers: { ...headers, ...more } }));
  };

  it('answers with the headers of the contract and none about framing', async () => {
    const response = await get();
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-origin': site,
      'cache-control': 'no-cache, no-store, no-transform',
      'content-type': 'text/event-stream; charset=utf-8',
      vary: 'Origin, Sec-Fetch-Site',
      'x-accel-buffering': 'no',
    });
    await response.body?.cancel();
  });

  it('answers a HEAD with the same headers and opens nothing', async () => {
    current.env = production;
    const response = await HEAD(new Request(address, { method: 'HEAD', headers }));
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.body).toBeNull();
    expect((current.room as LiveRoom).hub.openSessions).toBe(0);
  });

  it.each([
    ['the header', { 'last-event-id': '2' }, '', 'event: page.updated'],
    ['the address', {}, '?lastEventId=2', 'event: page.updated'],
    ['the header before the address', { 'last-event-id': '3' }, '?lastEventId=2', ': connected'],
    ['neither', {}, '', 'id: 3'],
    ['one that is malformed', {}, '?lastEventId=%0Adata:x', 'id: 3'],
  ])('resumes from %s', async (_, more, query, second) => {
    const response = await get(more, query);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = (await reader?.read())?.value ?? '';
    if (second === ': connected') expect(first).toContain(second);
    else expect((await reader?.read())?.value).toMatch(new RegExp(`^${second}`));
    await reader?.cancel();
  });

  it('closes the session when the reader goes', async () => {
    const response = await get();
    const { hub } = current.room as LiveRoom;
    expect(hub.openSessions).toBe(1);
    await response.body?.cancel();
    expect(hub.openSessions).toBe(0);
  });

  it('leaves out what a reader who does not read would only pile up, and gives it the newest state in the end', async () => {
    const response = await get();
    const { hub } = current.room as LiveRoom;
    for (let i = 0; i < 6; i += 1) hub.relay(`data: ${i}${'x'.repeat(64 * 1024)}\n\n`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"reset":true')) text += (await reader?.read())?.value;
    expect(text.match(/^data: \d/gm)).toEqual(['data: 0']);
    expect(text).toMatch(/\n\nid: 3\ndata: .*"reset":true\}\n\n$/);
    await reader?.cancel();
    expect(hub.openSessions).toBe(0);
  });

  it('answers 503 in words while nothing is known', async () => {
    const known = current.room;
    const log = new FakeLog();
    log.isDown = true;
    const options = { source: log, bus: createLocalBus(), heartbeatMs: 15_000, caps: noCaps, now: Date.now };
    current.room = new LiveRoom({ ...options, warn: () => {}, onRevision: () => {} });
    const response = await get();
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('access-control-allow-origin')).toBe(site);
    expect(await response.json()).toMatchObject({ type: 'about:blank', status: 503, title: 'Not available' });
    current.room = known;
  });
});

describe('the middleware on pages', () => {
  const visit = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    middleware(new NextRequest(`http://localhost:3000${path}`, { headers, method }));

  it('adds the security headers', () => {
    const { headers } = visit('/');
    expect(headers.get('x-middleware-next')).toBe('1');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  it.each(['/admin', '/admin/incidents/new'])('shows the way from %s to the sign-in and back', (path) => {
    const signIn = `/admin/sign-in?next=${encodeURIComponent(path)}`;
    expect(visit(path).headers.get('location')).toBe(`http://localhost:3000${signIn}`);
  });

  it.each(['/admin/sign-in', '/administration', '/'])('leaves %s alone', (path) => {
    expect(visit(path).headers.get('x-middleware-next')).toBe('1');
  });

  it.each(['signalbox_session', '__Host-signalbox_session'])('leaves whoever brings %s alone', (cookie) => {
    expect(visit('/admin', { cookie: `${cookie}=x` }).headers.get('x-middleware-next')).toBe('1');
  });

  it('leaves a form that is sent to its action, which asks for itself', () => {
    expect(visit('/admin', {}, 'POST').headers.get('x-middleware-next')).toBe('1');
  });
});
