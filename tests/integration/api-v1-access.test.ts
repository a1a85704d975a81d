import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import {
  addComponent,
  addIncident,
  addToken,
  ask,
  askPage,
  openInstallation,
  operatorToken,
  pageId,
} from './api-v1-client';

let close: () => Promise<void>;
let incident: string;
let component: string;

beforeAll(async () => {
  close = await openInstallation();
  incident = (await addIncident({ name: 'Slow' })).id;
  component = (await addComponent('Web')).id;
});
afterAll(() => close());

/** Every entry point with what it takes to be let in: anyone with a token, a responder, a manager. */
const entryPoints = (): [string, string, 'read' | 'respond' | 'manage'][] => [
  ['GET', '/api/v1/pages', 'read'],
  ['GET', `/api/v1/pages/${pageId}`, 'read'],
  ['GET', `/api/v1/pages/${pageId}/incidents`, 'read'],
  ['POST', `/api/v1/pages/${pageId}/incidents`, 'respond'],
  ['GET', `/api/v1/pages/${pageId}/incidents/unresolved`, 'read'],
  ['GET', `/api/v1/pages/${pageId}/incidents/${incident}`, 'read'],
  ['PATCH', `/api/v1/pages/${pageId}/incidents/${incident}`, 'respond'],
  ['PUT', `/api/v1/pages/${pageId}/incidents/${incident}`, 'respond'],
  ['GET', `/api/v1/pages/${pageId}/components`, 'read'],
  ['POST', `/api/v1/pages/${pageId}/components`, 'manage'],
  ['GET', `/api/v1/pages/${pageId}/components/${component}`, 'read'],
  ['PATCH', `/api/v1/pages/${pageId}/components/${component}`, 'respond'],
  ['PUT', `/api/v1/pages/${pageId}/components/${component}`, 'respond'],
  ['DELETE', `/api/v1/pages/${pageId}/components/${component}`, 'manage'],
  ['DELETE', `/api/v1/pages/${pageId}/incidents/${incident}`, 'respond'],
];

const mayDo = {
  viewer: ['read'],
  responder: ['read', 'respond'],
  admin: ['read', 'respond', 'manage'],
  owner: ['read', 'respond', 'manage'],
};

describe('who may', () => {
  it('nobody gets anywhere without a token', async () => {
    for (const [method, path] of entryPoints()) {
      const { status, headers, body } = await ask(method, path, { token: null });
      expect([method, path, status, headers.get('www-authenticate')]).toEqual([method, path, 401, 'Bearer']);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toMatchObject({ status: 401 });
    }
  });

  it.each(['viewer', 'responder'] as const)('a %s is refused what the role does not allow', async (role) => {
    const token = await addToken(role);
    for (const [method, path, need] of entryPoints()) {
      if (mayDo[role].includes(need)) continue;
      const { status } = await ask(method, path, { token, body: method === 'DELETE' ? undefined : {} });
      expect([method, path, status]).toEqual([method, path, 403]);
    }
  });

  it.each(['viewer', 'responder', 'admin', 'owner'] as const)(
    'a %s is let in where the role allows',
    async (role) => {
      const token = await addToken(role);
      for (const [method, path, need] of entryPoints()) {
        if (!mayDo[role].includes(need) || method === 'DELETE') continue;
        // An empty object is let in and then found wanting.
        const { status } = await ask(method, path, { token, ...(method !== 'GET' && { body: {} }) });
        expect([method, path, status]).toEqual([method, path, method === 'GET' ? 200 : 400]);
      }
    },
  );

  it('a responder may set a status, even with the rest of the component sent along unchanged, but not rename', async () => {
    const token = await addToken('responder');
    const { body: row } = await askPage('GET', `/components/${component}`);
    const patch = (given: object) =>
      askPage('PATCH', `/components/${component}`, { token, body: { component: given } });
    expect((await patch({ ...row, status: 'degraded_performance' })).body.status).toBe(
      'degraded_performance',
    );
    expect((await patch({ name: 'Other' })).status).toBe(403);
    expect((await patch({ status: 'operational' })).body).toMatchObject({
      name: 'Web',
      status: 'operational',
    });
  });

  it('who is asked before what: a viewer learns nothing of a page that is not there', async () => {
    const token = await addToken('viewer');
    expect((await ask('GET', '/api/v1/pages/nosuchpage00/incidents', { token: null })).status).toBe(401);
    expect((await ask('POST', '/api/v1/pages/nosuchpage00/incidents', { token, body: {} })).status).toBe(403);
    expect((await ask('GET', '/api/v1/pages/nosuchpage00/incidents', { token })).status).toBe(404);
  });
});

describe('a token', () => {
  const statusWith = async (authorization: string) =>
    (await ask('GET', '/api/v1/pages', { token: null, headers: { authorization } })).status;

  it('may come as OAuth or Bearer, in any case', async () => {
    for (const scheme of ['OAuth', 'Bearer', 'oauth', 'BEARER']) {
      expect([scheme, await statusWith(`${scheme} ${operatorToken}`)]).toEqual([scheme, 200]);
    }
  });

  it.each([
    ['another scheme', `Basic ${operatorToken}`],
    ['no scheme', operatorToken],
    ['no token', 'Bearer '],
    ['one letter more', `Bearer ${operatorToken}x`],
    ['one letter less', `Bearer ${operatorToken.slice(1)}`],
    ['two tokens', `Bearer ${operatorToken} ${operatorToken}`],
    ['a very long one', `Bearer ${'x'.repeat(5000)}`],
    ['its hash', 'Bearer e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ])('with %s is none', async (_, authorization) => {
    expect(await statusWith(authorization)).toBe(401);
  });

  it('is refused once revoked or expired', async () => {
    const past = new Date(Date.now() - 1000);
    const future = new Date(Date.now() + 60_000);
    expect(await statusWith(`Bearer ${await addToken('owner', { revokedAt: past })}`)).toBe(401);
    expect(await statusWith(`Bearer ${await addToken('owner', { expiresAt: past })}`)).toBe(401);
    expect(await statusWith(`Bearer ${await addToken('owner', { expiresAt: future })}`)).toBe(200);
  });

  it('has its last use written at most once a minute', async () => {
    const lastUses = async (lastUsedAt?: Date) => {
      const token = await addToken('viewer', lastUsedAt ? { lastUsedAt } : {});
      await Promise.all([1, 2, 3].map(() => statusWith(`Bearer ${token}`)));
      const rows = await database().apiToken.findMany({ orderBy: { createdAt: 'desc' }, take: 1 });
      return rows[0]?.lastUsedAt?.getTime() ?? 0;
    };
    const recently = Date.now() - 50_000;
    expect(await lastUses()).toBeGreaterThan(recently);
    expect(await lastUses(new Date(recently))).toBe(recently);
    expect(await lastUses(new Date(recently - 60_000))).toBeGreaterThan(recently);
  });

  it('names its bearer in the audit log', async () => {
    await addIncident({ name: 'Noted' });
    const entry = await database().auditEntry.findFirst({ orderBy: { at: 'desc' } });
    expect(entry).toMatchObject({ actorKind: 'token', actorName: 'ADMIN_API_TOKEN', address: '192.0.2.1' });
  });
});

describe('guessing', () => {
  const from = (address: string, token: string | null = 'a-guess') =>
    ask('GET', '/api/v1/pages', { token, headers: { 'x-signalbox-peer': address } });

  it('ends in 429 for its address, while a good token from there still works', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 100; i += 1) statuses.add((await from('198.51.100.7')).status);
    expect([...statuses]).toEqual([401]);
    const { status, headers } = await from('198.51.100.7', null);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('198.51.100.7', operatorToken)).status).toBe(200);
    expect((await from('198.51.100.8')).status).toBe(401);
  });
});
