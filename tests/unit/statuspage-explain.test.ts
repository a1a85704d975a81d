import { expect, it } from 'vitest';
import { explain } from '@/app/api/v1/explain';
import { notFound } from '@/app/api/v1/rejection';
import { Refusal } from '@/lib/domain/refusal';
import { log } from '@/lib/log';

const named = (name: string) => Object.assign(new Error('secret detail'), { name });

it.each([
  [
    'a broken rule',
    new Refusal('invalid', 'No.', 'title'),
    422,
    [{ field: 'incident.name', message: 'No.' }],
  ],
  ["another's change", new Refusal('conflict', 'Someone was faster.'), 409, undefined],
  ['nothing by that name', new Refusal('not_found', 'Gone.'), 404, undefined],
  ['too small a role', new Refusal('forbidden', 'Not you.'), 403, undefined],
  ['an address without a thing', notFound('page'), 404, undefined],
  ['a database away', named('Unavailable'), 503, undefined],
])('%s is explained', async (_, error, status, errors) => {
  const answer = explain(error, 'incident');
  const body = await answer.json();
  expect([answer.status, body.status, body.errors]).toEqual([status, status, errors]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.has('retry-after')).toBe(status === 503);
});

it('anything else is 500, told to the log and not to the caller', async () => {
  const level = log.level;
  log.level = 'silent';
  const answer = explain(named('TypeError'), 'incident');
  log.level = level;
  expect([answer.status, (await answer.text()).includes('secret')]).toEqual([500, false]);
});
