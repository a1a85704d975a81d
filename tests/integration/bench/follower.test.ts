import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { Follower } from '@/tests/bench/load/follower';

const state = (revision: number, more = '') => `id: ${revision}\ndata: {"revision":${revision}${more}}\n\n`;
const change = (revision: number) => `event: incident.updated\ndata: {"revision":${revision}}\n\n`;

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
let closeAll = () => {};
afterEach(() => closeAll());

/** A reader of a server that answers its first request with the first answer, and so on; the last one for ever. */
async function follow(...answers: Answer[]): Promise<Follower> {
  let asked = 0;
  const server = createServer((request, response) =>
    answers[Math.min(asked++, answers.length - 1)]?.(response, request),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const follower = new Follower({ port, path: '/', headers: {} }, () => {});
  closeAll = () => {
    follower.leave();
    server.closeAllConnections();
    server.close();
  };
  follower.connect();
  return follower;
}

/** In chunks, as every server here streams, and then the end. */
function sendAll(response: ServerResponse, text: string) {
  response.write(text);
  response.end();
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });

test('a reader comes back with what it saw last, and counts what it was not told', async () => {
  const ids: unknown[] = [];
  const follower = await follow(
    (response) => sendAll(response, `retry: 1\n: connected\n\n${state(3)}${change(4)}${state(4)}`),
    (response, { headers }) => {
      ids.push(headers['last-event-id']);
      response.writeHead(503, { 'Retry-After': '0' }).end();
    },
    (response, { headers }) => {
      ids.push(headers['last-event-id']);
      // 5 is kept from it; 6 is told; 7 is only in the state.
      response.write(`: connected\n\n${change(6)}${state(7)}`);
    },
  );
  await until(() => expect(follower.journey.revision).toBe(7));
  expect(ids).toEqual(['4', '4']);
  expect(follower.journey).toMatchObject({ missed: 2, backwards: 0, resets: 0, losses: 1, attempts: 3 });
  expect(follower.isConnected).toBe(true);
});

test('a reset accounts for what lies between, and an older state is noticed', async () => {
  const follower = await follow((response) =>
    response.write(`${state(3)}${state(9, ',"reset":true')}${change(10)}${state(10)}${state(8)}`),
  );
  await until(() => expect(follower.journey.revision).toBe(8));
  expect(follower.journey).toMatchObject({ missed: 0, resets: 1, backwards: 1 });
});
