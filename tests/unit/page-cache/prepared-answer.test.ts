import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PreparedAnswer, prepareAnswer, sendPrepared } from '@/lib/page-cache/prepared-answer';
import { prepareBody } from '@/lib/page-cache/prepared-body';

const text = '{"a":"é"}'.repeat(100);
let prepared: PreparedAnswer;
const server = createServer((asked, response) => {
  const status = asked.url === '/missing' ? 404 : 200;
  sendPrepared(asked, response, { ...prepared, status });
});

beforeAll(async () => {
  prepared = await prepareAnswer(200, { 'content-type': 'application/json' }, text);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** By node:http, which neither asks for a coding by itself nor undoes one. */
async function ask(headers: Record<string, string> = {}, method = 'GET', path = '/') {
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers, agent: false }, resolve)
      .on('error', reject)
      .end();
  });
  const bytes = await buffer(response);
  return { status: response.statusCode, headers: response.headers, bytes };
}

it.each([
  [undefined, undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', undefined],
  ['identity', undefined],
])('to Accept-Encoding %s it answers in %s', async (accepted, coding) => {
  const answer = await ask(accepted ? { 'accept-encoding': accepted } : {});
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(answer.headers['content-length']).toBe(`${answer.bytes.length}`);
  expect(answer.headers.etag).toBe(coding ? `W/${prepared.etag}` : prepared.etag);
  const decode = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''] ?? ((bytes: Buffer) => bytes);
  expect(decode(answer.bytes).toString()).toBe(text);
});

it('sends the head alone for HEAD', async () => {
  const answer = await ask({ 'accept-encoding': 'gzip' }, 'HEAD');
  expect([answer.status, answer.bytes.length]).toEqual([200, 0]);
  expect(answer.headers['content-length']).toBe(`${prepared.codings.gzip?.bytes.length}`);
});

it.each([
  [() => prepared.etag, 304],
  [() => `W/${prepared.etag}`, 304],
  [() => `"x", ${prepared.etag}`, 304],
  [() => '*', 304],
  [() => '"x"', 200],
])('to If-None-Match no. %# it answers %s', async (tag, status) => {
  const answer = await ask({ 'if-none-match': tag() });
  expect(answer.status).toBe(status);
  expect(answer.headers.etag).toBe(prepared.etag);
  expect(answer.bytes.length > 0).toBe(status === 200);
});

it('has no 304 for what is not there', async () => {
  expect((await ask({ 'if-none-match': '*' }, 'GET', '/missing')).status).toBe(404);
});

it('does not compress what is too small to gain by it', async () => {
  expect(Object.keys((await prepareBody('{}')).bytes)).toEqual(['identity']);
});
