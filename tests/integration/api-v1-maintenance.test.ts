import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addComponent, askPage, countRows, type Json, openInstallation, pageId } from './api-v1-client';

let close: () => Promise<void>;
let web: Json;
let mail: Json;

beforeAll(async () => {
  close = await openInstallation();
  web = await addComponent('Web');
  mail = await addComponent('Mail');
});
afterAll(() => close());

const hour = 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const plan = (incident: object = {}) =>
  askPage('POST', '/incidents', {
    body: {
      incident: { name: 'Upgrade', scheduled_for: at(hour), scheduled_until: at(2 * hour), ...incident },
    },
  });
const patch = (id: string, incident: object) => askPage('PATCH', `/incidents/${id}`, { body: { incident } });
const statusOf = async ({ id }: Json) => (await askPage('GET', `/components/${id}`)).body.status;

describe('planned maintenance through its life', () => {
  it('is an incident with a window: planned, begun, completed and deleted, and its components with it', async () => {
    const planned = await plan({ body: 'We upgrade.', component_ids: [web.id], status: 'scheduled' });
    expect(planned.status).toBe(201);
    const path = `/incidents/${planned.body.id}`;
    expect(planned.headers.get('location')).toBe(`/api/v1/pages/${pageId}${path}`);
    expect(planned.body).toMatchObject({
      status: 'scheduled',
      impact: 'maintenance',
      components: [{ id: web.id }],
      incident_updates: [{ status: 'scheduled', body: 'We upgrade.' }],
    });
    expect((await askPage('GET', path)).body).toEqual(planned.body);

    expect((await patch(planned.body.id, { status: 'in_progress', body: 'Begun.' })).status).toBe(200);
    expect(await statusOf(web)).toBe('under_maintenance');
    const done = await patch(planned.body.id, { status: 'completed' });
    expect(done.body).toMatchObject({ status: 'completed', resolved_at: expect.any(String) });
    expect(done.body.incident_updates).toHaveLength(3);
    expect(await statusOf(web)).toBe('operational');

    const deleted = await askPage('DELETE', path);
    expect([deleted.status, deleted.body.id]).toEqual([200, planned.body.id]);
    for (const method of ['GET', 'DELETE']) expect((await askPage(method, path)).status).toBe(404);
  });

  it('is replanned without an update, and with one in the same change', async () => {
    const { body } = await plan({ component_ids: [web.id] });
    const until = at(3 * hour);
    const moved = await patch(body.id, { scheduled_until: until, component_ids: [web.id, mail.id] });
    expect(Date.parse(moved.body.scheduled_until)).toBe(Date.parse(until));
    expect(moved.body.incident_updates).toHaveLength(1);
    expect(moved.body.components).toHaveLength(2);
    const both = await patch(body.id, { name: 'Upgrade of A', body: 'Later.', status: 'scheduled' });
    expect(both.body).toMatchObject({ name: 'Upgrade of A', incident_updates: [{ body: 'Later.' }, {}] });
    const { name, status, scheduled_for, scheduled_until } = both.body;
    const incident = { name, status, scheduled_for, scheduled_until, component_ids: [mail.id, web.id] };
    const same = await askPage('PUT', `/incidents/${body.id}`, { body: { incident } });
    expect(same.body).toMatchObject({ incident_updates: both.body.incident_updates });
  });
});

it.each<[string, number, string[], object]>([
  ['a window without an end', 400, ['incident.scheduled_until'], { scheduled_until: null }],
  ['times that are none', 400, ['incident.scheduled_for'], { scheduled_for: 'tomorrow' }],
  [
    'a window that ends before it begins',
    422,
    ['incident.scheduled_until'],
    { scheduled_until: at(0.5 * hour) },
  ],
  [
    'a window that is over',
    422,
    ['incident.scheduled_until'],
    { scheduled_for: at(-2 * hour), scheduled_until: at(-hour) },
  ],
  ['an unknown component', 422, ['incident.component_ids'], { component_ids: ['nosuch'] }],
  ['the status of an incident', 400, ['incident.status'], { status: 'investigating' }],
  ['a date of the past', 422, ['incident.backfill_date'], { backfill_date: '2026-01-01' }],
])('%s is refused, and nothing is saved', async (_, status, fields, incident) => {
  const rows = await countRows();
  const answer = await plan(incident);
  expect([answer.status, answer.body.errors?.map(({ field }: Json) => field)]).toEqual([status, fields]);
  expect(await countRows()).toEqual(rows);
});

it('an incident does not become maintenance, nor work that has begun planned again', async () => {
  const { body: incident } = await askPage('POST', '/incidents', { body: { incident: { name: 'Slow' } } });
  expect((await patch(incident.id, { scheduled_for: at(hour) })).status).toBe(422);
  const { body: work } = await plan();
  await patch(work.id, { status: 'in_progress' });
  const again = await patch(work.id, { status: 'scheduled' });
  expect([again.status, again.body.errors[0].field]).toEqual([422, 'incident.status']);
});
