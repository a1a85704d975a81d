import '@/lib/startup/env-file';
import { createServer, type RequestListener } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { database } from '@/lib/database/client';
import { env, SettingsError } from '@/lib/env';
import { closeLive, liveRoom } from '@/lib/live/live';
import { answerRawStream } from '@/lib/live/raw-stream';
import { streamSettings } from '@/lib/live/stream-settings';
import { log } from '@/lib/log';
import { whileAnswering } from '@/lib/not-found-answer';
import { openMaintenanceSchedule } from '@/lib/schedule/maintenance-schedule';
import { beforeNext } from '@/lib/startup/before-next';
import { isLoopback, listen, requireFreePort } from '@/lib/startup/listen';
import { measureRequest } from '@/lib/startup/measure-requests';
import { answerPublicDocument } from '@/lib/startup/public-documents';
import { routePatterns } from '@/lib/startup/route-patterns';
import { sharedPages } from '@/lib/startup/shared-pages';
import { closeAtShutdown, shutDown, shutDownOnSignals } from '@/lib/startup/shutdown';
import { startDatabase } from '@/lib/startup/start-database';
import { publicUrlMissing, welcome } from '@/lib/startup/welcome';
import { firstRun } from '@/prisma/seed';

/** The checkout: this file is bundled into its `dist` folder. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Longer than proxies keep an idle connection (nginx: 60 s), so that they never ask on one that is just closing. */
const keepAliveMs = 75_000;
const say = (line: string) => console.log(`· ${line}`);

async function start() {
  // Next and React read it when they are loaded, which is why `next` is imported further down.
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || 'production' });
  const dev = process.env.NODE_ENV === 'development';
  // Prisma's adapter asks in a way that pg will forbid: whoever runs the product can't do anything about it.
  process.noDeprecation = !dev;
  const { HOST, PORT, PUBLIC_URL } = env();
  await requireFreePort(HOST, PORT);
  shutDownOnSignals(() => say('Stopping'));
  if (!isLoopback(HOST) && !PUBLIC_URL) log.warn(publicUrlMissing);

  await startDatabase(join(root, 'prisma/migrations'), say);
  closeAtShutdown('The database connection', () => database().$disconnect());
  const admin = await firstRun();

  const { default: next } = await import('next');
  const server = createServer({ keepAliveTimeout: keepAliveMs });
  // Before Next, so that the process's one room is made of this bundle's code.
  liveRoom();
  const app = next({ dev, dir: root, hostname: HOST, port: PORT, httpServer: server });
  await app.prepare();
  const handleByNext = app.getRequestHandler();
  const patternOf = routePatterns(join(root, '.next/routes-manifest.json'));
  const byNext: RequestListener = (request, response) =>
    whileAnswering(response, () => handleByNext(request, response));
  const answerPage = sharedPages(byNext, join(root, '.next'));
  // In development Next compiles what has changed; this bundle's code stays as it was.
  const fromMemory: typeof answerPage = (request, response) =>
    !dev && (answerPublicDocument(request, response) || answerPage(request, response));
  const handle: RequestListener = (request, response) => {
    measureRequest(request, response, patternOf);
    if (beforeNext(request, response)) return;
    if (answerRawStream(request, response, liveRoom, streamSettings)) return;
    if (!fromMemory(request, response)) byNext(request, response);
  };
  server.on('request', handle);

  const listening = await listen(server, HOST, PORT);
  // Nobody waits for a page that is being written just now.
  closeAtShutdown('The HTTP server', () => listening.close(dev ? 200 : 5_000));
  closeAtShutdown('The open streams', closeLive);
  // First of all to stop: what it would begin now, nobody here could be told of.
  const schedule = openMaintenanceSchedule();
  closeAtShutdown('The schedule', () => schedule.stop());
  console.log(welcome(HOST, PORT, PUBLIC_URL, admin));
}

start().catch(async (error: unknown) => {
  if (error instanceof SettingsError) console.error(`\n${error.sentences.join('\n')}\n`);
  // An error we worded ourselves says enough; any other is a fault of ours and wants its stack.
  else if (error instanceof Error && ['Error', 'MigrationRefusal'].includes(error.name))
    console.error(`\n${error.message}\n`);
  else console.error(error);
  await shutDown(1);
});
