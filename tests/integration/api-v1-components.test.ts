import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import { addComponent, askPage, countRows, type Json, openInstallation, pageId } from './api-v1-client';

let close: () => Promise<void>;
const groupId = 'groupofsome1';

beforeAll(async () => {
  close = await openInstallation();
  await database().serviceGroup.create({ data: { id: groupId, name: 'Shop', position: 1 } });
});
afterAll(() => close());

it('a component is created, read, changed and deleted', async () => {
  const component = {
    name: 'Cart',
    description: 'Buying',
    group_id: groupId,
    start_date: '2026-01-31',
    showcase: false,
  };
  const created = await askPage('POST', '/components', { body: { component } });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ ...component, status: 'operational', group: false, page_id: pageId });
  const path = `/components/${created.body.id}`;
  expect(created.headers.get('location')).toBe(`/api/v1/pages/${pageId}${path}`);
  expect((await askPage('GET', path)).body).toEqual(created.body);

  const change = { status: 'major_outage', name: 'Basket', only_show_if_degraded: true };
  const changed = await askPage('PATCH', path, { body: { component: change } });
  expect(changed).toMatchObject({
    status: 200,
    body: { ...created.body, ...change, updated_at: expect.any(String) },
  });
  expect(changed.body.updated_at > created.body.updated_at).toBe(true);
  const put = await askPage('PUT', path, { body: { component: { group_id: null, description: null } } });
  expect(put.body).toMatchObject({ name: 'Basket', group_id: null, description: null });

  const deleted = await askPage('DELETE', path);
  expect([deleted.status, deleted.text]).toEqual([204, '']);
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? { body: { component: {} } } : {};
    expect((await askPage(method, path, body)).status).toBe(404);
  }
});

it('a group is a row that can be read but not changed here', async () => {
  await addComponent('Search', { group_id: groupId, status: 'partial_outage' });
  const { body } = await askPage('GET', '/components');
  expect(body[0]).toMatchObject({
    id: groupId,
    group: true,
    status: 'partial_outage',
    components: [body[1].id],
  });
  expect((await askPage('GET', `/components/${groupId}`)).body).toEqual(body[0]);
  expect(
    (await askPage('PATCH', `/components/${groupId}`, { body: { component: { name: 'x' } } })).status,
  ).toBe(422);
  expect((await askPage('DELETE', `/components/${groupId}`)).status).toBe(422);
});

it('the list comes in pages that end', async () => {
  await addComponent('One');
  await addComponent('Two');
  const all = (await askPage('GET', '/components')).body.map((row: Json) => row.id);
  const pages = [];
  for (let page = 1; ; page += 1) {
    const { body } = await askPage('GET', `/components?per_page=2&page=${page}`);
    if (body.length === 0) break;
    pages.push(...body.map((row: Json) => row.id));
  }
  expect(pages).toEqual(all);
  expect((await askPage('GET', '/components?per_page=0')).status).toBe(400);
});

it('what changes nothing is not published', async () => {
  const row = await addComponent('Quiet');
  const before = await countRows();
  const { status, body } = await askPage('PATCH', `/components/${row.id}`, { body: { component: row } });
  expect([status, body]).toEqual([200, row]);
  expect(await countRows()).toEqual(before);
});

it.each([
  [{}, 400, ['component']],
  [{ component: {} }, 400, ['component.name']],
  [
    { component: { name: '', status: 'fine', group_id: 'No', showcase: 'yes', start_date: '31.1.2026' } },
    400,
    [
      'component.name',
      'component.status',
      'component.group_id',
      'component.showcase',
      'component.start_date',
    ],
  ],
  [{ component: { name: 'x', description: 'a\0b' } }, 400, ['component.description']],
  [{ component: { name: 'x', group_id: 'nosuchgroup1' } }, 422, ['component.group_id']],
])('%j is refused with nothing done', async (body, status, fields) => {
  const before = await countRows();
  const answer = await askPage('POST', '/components', { body });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect([answer.status, answer.body.errors.map((error: Json) => error.field)]).toEqual([status, fields]);
  expect(await countRows()).toEqual(before);
});

it('a change that breaks a rule changes nothing, not even its good half', async () => {
  const row = await addComponent('Half');
  const component = { name: 'Renamed', status: 'major_outage', group_id: 'nosuchgroup1' };
  expect((await askPage('PATCH', `/components/${row.id}`, { body: { component } })).status).toBe(422);
  expect((await askPage('GET', `/components/${row.id}`)).body).toEqual(row);
});
