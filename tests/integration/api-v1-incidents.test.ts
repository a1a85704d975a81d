import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addComponent,
  addIncident,
  ask,
  askPage,
  countRows,
  type Json,
  openInstallation,
  pageId,
} from './api-v1-client';

let close: () => Promise<void>;
let web: Json;
let mail: Json;

beforeAll(async () => {
  close = await openInstallation();
  web = await addComponent('Web');
  mail = await addComponent('Mail');
});
afterAll(() => close());

const patch = (id: string, incident: object) => askPage('PATCH', `/incidents/${id}`, { body: { incident } });
const statusOf = async ({ id }: Json) => (await askPage('GET', `/components/${id}`)).body.status;

describe('an incident through its life', () => {
  it('is opened, updated, resolved and deleted, and its components with it', async () => {
    const incident = {
      name: 'Web is slow',
      status: 'investigating',
      body: 'We look.',
      component_ids: [web.id, mail.id],
      components: { [web.id]: 'partial_outage' },
      deliver_notifications: false,
    };
    const opened = await askPage('POST', '/incidents', { body: { incident } });
    expect(opened.status).toBe(201);
    const path = `/incidents/${opened.body.id}`;
    expect(opened.headers.get('location')).toBe(`/api/v1/pages/${pageId}${path}`);
    expect(opened.body).toMatchObject({
      name: 'Web is slow',
      impact: 'major',
      shortlink: `https://status.shop.example${path}`,
      page_id: pageId,
      components: [
        { id: web.id, status: 'partial_outage' },
        { id: mail.id, status: 'operational' },
      ],
      incident_updates: [{ status: 'investigating', body: 'We look.' }],
    });
    expect((await askPage('GET', path)).body).toEqual(opened.body);
    expect(await statusOf(web)).toBe('partial_outage');

    const update = {
      status: 'monitoring',
      body: 'Better.',
      components: { [web.id]: 'degraded_performance' },
    };
    const updated = await patch(opened.body.id, update);
    expect(updated.status).toBe(200);
    expect(updated.body.incident_updates).toHaveLength(2);
    expect(updated.body.incident_updates[0].affected_components).toEqual([
      { code: web.id, name: 'Web', old_status: 'partial_outage', new_status: 'degraded_performance' },
    ]);

    const resolved = await patch(opened.body.id, { status: 'resolved', body: 'Over.' });
    expect(resolved.body).toMatchObject({ status: 'resolved', resolved_at: expect.any(String) });
    expect(await statusOf(web)).toBe('operational');

    const deleted = await askPage('DELETE', path);
    expect([deleted.status, deleted.body.id]).toEqual([200, opened.body.id]);
    for (const method of ['GET', 'DELETE']) expect((await askPage(method, path)).status).toBe(404);
    expect((await patch(opened.body.id, {})).status).toBe(404);
  });

  it('is renamed without an update, and with one in the same change', async () => {
    const { id } = await addIncident({ name: 'First' });
    const renamed = await patch(id, { name: 'Second', impact_override: 'critical' });
    expect(renamed.body).toMatchObject({ name: 'Second', impact: 'critical', incident_updates: [{}] });
    expect(renamed.body.incident_updates).toHaveLength(1);
    const both = await askPage('PUT', `/incidents/${id}`, {
      body: { incident: { name: 'Third', impact_override: null, body: 'News.' } },
    });
    expect(both.body).toMatchObject({ name: 'Third', impact: 'none', status: 'investigating' });
    expect(both.body.incident_updates.map((update: Json) => update.body)).toEqual(['News.', '']);
  });

  it('takes no empty update when the present status is said again', async () => {
    const { id } = await addIncident({ name: 'Again', status: 'identified' });
    const before = await countRows();
    expect((await patch(id, { status: 'identified', component_ids: [] })).status).toBe(200);
    expect(await countRows()).toEqual(before);
  });
});

describe('lists', () => {
  it('are newest first, paged, searched, and hold the unresolved alone when asked', async () => {
    const ids: string[] = [];
    for (const name of ['Pear a', 'Pear b', 'Pear c']) ids.unshift((await addIncident({ name })).id);
    await patch(ids[1] ?? '', { status: 'resolved', body: 'Over.' });
    const listed = async (path: string) => (await askPage('GET', path)).body.map((row: Json) => row.id);
    expect(await listed('/incidents?q=pear')).toEqual(ids);
    expect(await listed('/incidents?q=pear&limit=2')).toEqual(ids.slice(0, 2));
    expect(await listed('/incidents?q=pear&limit=2&page=2')).toEqual(ids.slice(2));
    expect(await listed('/incidents?q=pear&limit=2&page=3')).toEqual([]);
    const unresolved = await listed('/incidents/unresolved');
    expect(unresolved.filter((id: string) => ids.includes(id))).toEqual([ids[0], ids[2]]);
    expect((await ask('GET', `/api/v1/pages/${pageId}/incidents.json`)).status).toBe(404);
    expect((await askPage('GET', `/incidents/${ids[0]}.json`)).body.id).toBe(ids[0]);
  });

  it.each(['%', '_', "'", '\\', '%00', '🔥'])('may be searched for %s', async (q) => {
    const { status } = await askPage('GET', `/incidents?q=${q === '%00' ? q : encodeURIComponent(q)}`);
    expect(status).toBe(q === '%00' ? 400 : 200);
  });
});

describe('refused with nothing done', () => {
  const cases: [string, number, string[] | undefined, () => Promise<{ status: number; body: Json }>][] = [
    ['no name', 400, ['incident.name'], () => askPage('POST', '/incidents', { body: { incident: {} } })],
    [
      'several wrong fields',
      400,
      ['incident.name', 'incident.status', 'incident.components.x'],
      () =>
        askPage('POST', '/incidents', { body: { incident: { status: 'odd', components: { x: 'bad' } } } }),
    ],
    ['no JSON', 400, undefined, () => askPage('POST', '/incidents', { raw: '{' })],
    ['no body', 400, undefined, () => askPage('POST', '/incidents')],
    [
      'a form',
      415,
      undefined,
      () =>
        askPage('POST', '/incidents', {
          raw: 'incident[name]=x',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
    ],
    ['1 MB and more', 413, undefined, () => askPage('POST', '/incidents', { raw: ' '.repeat(1_000_001) })],
    [
      'a date of the past',
      422,
      ['incident.backfill_date'],
      () => askPage('POST', '/incidents', { body: { incident: { name: 'x', backfill_date: '2026-01-01' } } }),
    ],
    [
      'resolved from the start',
      422,
      ['incident.status'],
      () => askPage('POST', '/incidents', { body: { incident: { name: 'x', status: 'resolved' } } }),
    ],
    [
      'an unknown component',
      422,
      ['incident.component_ids'],
      () => askPage('POST', '/incidents', { body: { incident: { name: 'x', component_ids: ['nosuch'] } } }),
    ],
    [
      'the status of an unknown component',
      422,
      ['incident.components'],
      () =>
        askPage('POST', '/incidents', {
          body: { incident: { name: 'x', components: { [web.id]: 'major_outage', nosuch: 'operational' } } },
        }),
    ],
    ['an odd id', 404, undefined, () => askPage('GET', '/incidents/A%00B')],
    ['an unknown id', 404, undefined, () => askPage('DELETE', '/incidents/nosuch')],
    ['another address', 404, undefined, () => askPage('POST', '/subscribers', { body: {} })],
    ['POST to one incident', 405, undefined, () => askPage('POST', '/incidents/x', { body: {} })],
    ['DELETE of all components', 405, undefined, () => askPage('DELETE', '/components')],
  ];

  it.each(cases)('%s: %i', async (_, status, fields, work) => {
    const before = await countRows();
    const answer = await work();
    expect([answer.status, answer.body.errors?.map((error: Json) => error.field)]).toEqual([status, fields]);
    expect(answer.body).toMatchObject({ type: 'about:blank', status, title: expect.any(String) });
    expect(await countRows()).toEqual(before);
  });

  it('an update to a resolved incident: 422, and neither its name nor a component changes', async () => {
    const { id } = await addIncident({ name: 'Done', component_ids: [web.id] });
    const { body: resolved } = await patch(id, { status: 'resolved' });
    const before = await countRows();
    const late = { name: 'Other', body: 'More.', components: { [web.id]: 'major_outage' } };
    const answer = await patch(id, late);
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'incident.status']);
    expect((await askPage('GET', `/incidents/${id}`)).body).toEqual(resolved);
    expect(await statusOf(web)).toBe('operational');
    expect(await countRows()).toEqual(before);
    expect((await patch(id, { status: 'resolved' })).status).toBe(200);
  });

  it('the methods of an address are told', async () => {
    const { headers } = await askPage('POST', '/incidents/x');
    expect(headers.get('allow')).toBe('GET, PATCH, PUT, DELETE, HEAD, OPTIONS');
    expect((await askPage('OPTIONS', '/incidents')).headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    const head = await askPage('HEAD', '/incidents');
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

it('fifty changes at once lose nothing', async () => {
  const { id } = await addIncident({ name: 'Busy' });
  const before = await countRows();
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  const answers = await Promise.all(
    numbers.map((n) => patch(id, { body: `Update ${n}`, status: n % 2 ? 'identified' : 'monitoring' })),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  const { body } = await askPage('GET', `/incidents/${id}`);
  const said = body.incident_updates.map((update: Json) => update.body);
  expect(new Set(said)).toEqual(new Set(['', ...numbers.map((n) => `Update ${n}`)]));
  const times = body.incident_updates.map((update: Json) => Date.parse(update.updated_at));
  expect(times.every((time: number, i: number) => i === 0 || time < times[i - 1])).toBe(true);
  const after = await countRows();
  expect([after.updates, after.events, after.audit]).toEqual(
    [before.updates, before.events, before.audit].map((count) => (count ?? 0) + 50),
  );
});
