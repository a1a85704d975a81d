import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { Redis } from 'ioredis';

/** How the product answers: the same headers for all. */
export const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-store, no-transform',
  'X-Accel-Buffering': 'no',
  Vary: 'Origin, Sec-Fetch-Site',
};

export const heartbeatMs = 15_000;

/** The product's own state at the start of the run, so that a new stream gets the same everywhere. */
export const state = readFileSync(process.env.STATE_FILE ?? '', 'utf8');
export const revision = (JSON.parse(state) as { revision: number }).revision;

/** Listens as the product does, hands on what is published, and on SIGTERM says goodbye and ends. */
export async function serve(
  answer: RequestListener,
  publish: (json: string) => void,
  goodbye: () => void,
): Promise<void> {
  const subscriber = new Redis(process.env.REDIS_URL ?? '');
  subscriber.on('message', (_, json) => publish(json));
  await subscriber.subscribe('status:updates');
  const server = createServer(answer);
  server.listen({ host: '127.0.0.1', port: Number(process.env.PORT), backlog: 4096 }, () =>
    console.log('listening'),
  );
  process.once('SIGTERM', () => {
    server.close(() => process.exit(0));
    goodbye();
    subscriber.disconnect();
  });
}
