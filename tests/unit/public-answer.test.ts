import { describe, expect, it } from 'vitest';
import { answerPublic, type PublicDocument, type Question } from '@/lib/contracts/public-answer';

const modifiedAt = new Date('2026-06-18T18:09:00.200Z');
const document: PublicDocument = {
  body: 'It is well.',
  type: 'text/plain',
  etag: '"tag"',
  cacheControl: 'no-cache',
  modifiedAt,
  staleSince: null,
};

const ask = (asked: Partial<Question> = {}, more: Partial<PublicDocument> = {}) => {
  const at = modifiedAt.getTime() + 60_000;
  const question = { method: 'GET', ifNoneMatch: null, ifModifiedSince: null, at, ...asked };
  return answerPublic(question, async () => ({ ...document, ...more }));
};
const dated = 'Thu, 18 Jun 2026 18:09:00 GMT';

describe('the time of the last change', () => {
  it('is told to the second, once that second is over', async () => {
    expect((await ask()).headers['Last-Modified']).toBe(dated);
    const early = await ask({ at: modifiedAt.getTime() + 700 });
    expect(early.headers).not.toHaveProperty('Last-Modified');
  });

  it.each([
    ['the same', dated, 304],
    ['a later one', 'Thu, 18 Jun 2026 18:09:01 GMT', 304],
    ['an earlier one', 'Thu, 18 Jun 2026 18:08:59 GMT', 200],
    ['no time', 'yesterday', 200],
  ])('If-Modified-Since: %s', async (_, ifModifiedSince, status) => {
    expect((await ask({ ifModifiedSince })).status).toBe(status);
  });

  it('lets nobody off who might lack a change of the same second', async () => {
    expect((await ask({ ifModifiedSince: dated, at: modifiedAt.getTime() + 700 })).status).toBe(200);
  });

  it('counts for nothing beside a tag', async () => {
    expect((await ask({ ifModifiedSince: dated, ifNoneMatch: '"other"' })).status).toBe(200);
    expect((await ask({ ifModifiedSince: 'yesterday', ifNoneMatch: 'W/"tag"' })).status).toBe(304);
  });
});

describe('what could not be checked', () => {
  const staleSince = new Date(modifiedAt.getTime() + 30_000);

  it('is said to be stale, in the words of RFC 9211', async () => {
    expect((await ask({}, { staleSince })).headers['Cache-Status']).toBe(
      'Signalbox; hit; ttl=-30; detail="stale since 2026-06-18T18:09:30.200Z"',
    );
    expect((await ask()).headers).not.toHaveProperty('Cache-Status');
  });

  it('is said so to whoever has it as well', async () => {
    const held = await ask({ ifNoneMatch: '"tag"' }, { staleSince });
    expect([held.status, 'Cache-Status' in held.headers]).toEqual([304, true]);
  });
});

it('a problem is for everybody too, and has no body for HEAD', async () => {
  const question = { method: 'HEAD', ifNoneMatch: '*', ifModifiedSince: null, at: 0 };
  const answer = await answerPublic(question, async () => ({ status: 404, title: 'Not found' }));
  expect(answer).toMatchObject({ status: 404, body: null, headers: { 'Access-Control-Allow-Origin': '*' } });
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s looks for nothing', async (method) => {
  const question = { method, ifNoneMatch: null, ifModifiedSince: null, at: 0 };
  const answer = await answerPublic(question, () => {
    throw new Error('it was looked for');
  });
  expect(answer.status).toBe(method === 'OPTIONS' ? 204 : 405);
});
