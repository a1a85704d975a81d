import { expect, it } from 'vitest';
import { answerWebStream } from '@/lib/live/web-stream';
import { aRoomForEachTest } from './room-fixture';

const live = aRoomForEachTest();
const guard = { allowedOrigins: [], isProduction: false };
const settings = { guard, trustedProxies: 0, mayGzip: false };

function ask(signal: AbortSignal): Promise<Response> {
  const headers = { host: 'localhost' };
  return answerWebStream(
    new Request('http://localhost/api/status/stream', { headers, signal }),
    live.room,
    settings,
  );
}

it('a reader who is gone before the answer begins is not kept', async () => {
  await ask(AbortSignal.abort());
  expect(live.room.hub.openSessions).toBe(0);
});

it('a reader who goes before anybody touches the answer is not kept', async () => {
  const gone = new AbortController();
  await ask(gone.signal);
  expect(live.room.hub.openSessions).toBe(1);
  gone.abort();
  expect(live.room.hub.openSessions).toBe(0);
});
