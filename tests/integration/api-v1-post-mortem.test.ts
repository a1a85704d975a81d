import { afterAll, beforeAll, expect, it } from 'vitest';
import { getIncident } from '@/lib/queries/get-incident';
import { addIncident, askPage, type Json, openInstallation } from './api-v1-client';

let close: () => Promise<void>;
let path = '';
let incident: Json;

beforeAll(async () => {
  close = await openInstallation();
  incident = await addIncident({ name: 'Web is slow' });
  path = `/incidents/${incident.id}/postmortem`;
});
afterAll(() => close());

const write = (body_draft: unknown) => askPage('PUT', path, { body: { postmortem: { body_draft } } });
/** What a visitor reads. */
const shown = async () => (await getIncident(incident.id))?.postMortem?.body ?? null;
const updatedAt = async () => (await getIncident(incident.id))?.incident.updatedAt;

it('a post-mortem is written, published once the incident is over, rewritten, withdrawn and deleted', async () => {
  expect((await askPage('GET', path)).status).toBe(404);
  expect((await askPage('PUT', `${path}/publish`)).status).toBe(422);
  const quiet = await updatedAt();
  const draft = await write('  ## What happened\n\nA disk was full. ');
  expect(draft.body).toMatchObject({
    body: null,
    body_draft: '## What happened\n\nA disk was full.',
    published_at: null,
  });
  expect([await shown(), await updatedAt()]).toEqual([null, quiet]);

  expect((await askPage('PUT', `${path}/publish`)).status).toBe(422);
  const resolved = { incident: { status: 'resolved', body: 'Over.' } };
  await askPage('PATCH', `/incidents/${incident.id}`, { body: resolved });
  const published = await askPage('PUT', `${path}/publish`, {
    body: { postmortem: { notify_twitter: false } },
  });
  expect(published.body).toMatchObject({ body: draft.body.body_draft, published_at: expect.any(String) });
  expect(await shown()).toBe(draft.body.body_draft);
  expect((await askPage('GET', `/incidents/${incident.id}`)).body.status).toBe('postmortem');

  const rewritten = await write('A disk was full, and nobody was told.');
  expect(rewritten.body.published_at).toBe(published.body.published_at);
  expect(await shown()).toBe('A disk was full, and nobody was told.');

  expect((await askPage('PUT', `${path}/revert`)).body).toMatchObject({ body: null, published_at: null });
  expect(await shown()).toBeNull();
  expect((await askPage('DELETE', path)).status).toBe(204);
  expect((await askPage('GET', path)).status).toBe(404);
});

it.each<[string, number, () => Promise<Json>]>([
  ['no words', 400, () => write(' ')],
  ['no text', 400, () => write(null)],
  ['too many words', 400, () => write('x'.repeat(100_001))],
  ['an incident that does not exist', 404, () => askPage('GET', '/incidents/nosuch/postmortem')],
  ['another method', 405, () => askPage('POST', path)],
])('%s: %d', async (_, status, act) => {
  expect((await act()).status).toBe(status);
});
