import pg from 'pg';
import { expect, it } from 'vitest';
import { apiToken } from '../integration/live/publisher';
import { site, stream } from './behind';
import { variesByReader } from './progressive';
import type { Visitors } from './through-proxy';
import { visitorAddress } from './visit';

const problem = 'application/problem+json';

/** The guard sees who asks, and its answers reach the reader as they are. */
export function atTheDoor({ here, ask }: Visitors): void {
  it('lets the page itself in, as a browser asks', async () => {
    const answer = await ask(stream, { 'sec-fetch-site': 'same-origin' });
    expect(answer.status).toBe(200);
    answer.close();
  });

  it.each([
    ['another origin', { origin: `${site}.attacker.example` }],
    ['a page elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ['nobody', {}],
  ])('refuses %s with 403 and Vary', async (_, headers) => {
    const answer = await ask(stream, headers);
    expect([answer.status, answer.headers['content-type']]).toEqual([403, problem]);
    expect(answer.headers.vary).toMatch(variesByReader);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(JSON.parse(await answer.whole())).toMatchObject({ status: 403 });
  });

  it('does not stream under another Host', async () => {
    const answer = await ask(stream, { origin: site, host: 'attacker.example' });
    expect(answer.headers['content-type'] ?? '').not.toContain('text/event-stream');
    answer.close();
  });

  it('answers preflights and HEAD, and ends', async () => {
    const preflight = await ask(stream, { origin: site }, { method: 'OPTIONS' });
    expect([preflight.status, await preflight.whole()]).toEqual([204, '']);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': site,
      'access-control-allow-methods': 'GET, HEAD',
    });
    const head = await ask(stream, { origin: site }, { method: 'HEAD' });
    expect([head.status, await head.whole()]).toEqual([200, '']);
    expect(head.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  });

  it("passes the app's errors on with their headers", async () => {
    const refused = await ask(stream, { origin: site }, { method: 'POST', body: 'x' });
    expect([refused.status, refused.headers['content-type']]).toEqual([405, problem]);
    expect(refused.headers).toMatchObject({
      'access-control-allow-origin': site,
      allow: 'GET, HEAD, OPTIONS',
    });
    expect(refused.headers.vary).toMatch(variesByReader);
    const unknown = await ask('/api/v1/nothing', { authorization: `Bearer ${apiToken}` });
    expect([unknown.status, unknown.headers['content-type']]).toEqual([404, problem]);
    unknown.close();
    refused.close();
  });

  it("tells the app the visitor's address, whatever the visitor claims", async () => {
    const headers = {
      authorization: `Bearer ${apiToken}`,
      'content-type': 'application/json',
      'x-forwarded-for': '203.0.113.9',
    };
    const [{ id: page }] = JSON.parse(await (await ask('/api/v1/pages', headers)).whole());
    const name = `From afar ${crypto.randomUUID()}`;
    const body = JSON.stringify({ component: { name } });
    const added = await ask(`/api/v1/pages/${page}/components`, headers, { method: 'POST', body });
    expect(added.status).toBe(201);
    const { id } = JSON.parse(await added.whole());
    expect(await addressInAudit(here.databaseUrl, id)).toBe(visitorAddress);
  });
}

/** From where the audit log says this was made. */
async function addressInAudit(databaseUrl: string, subjectId: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const found = await client.query('select address from audit_entry where subject_id = $1', [subjectId]);
  await client.end();
  return found.rows[0]?.address;
}
