import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../support/free-port';
import { createTestDatabase, startSharedPostgres } from '../support/postgres';
import { startRedis } from '../support/redis';
import { testFolder } from '../support/test-run';
import type { Contestant } from './contestants/contestant';
import { nchan } from './contestants/nchan';
import { nodeBaseline } from './contestants/node-baseline';
import { product, startProduct } from './contestants/product';
import { startLoad } from './load/load';
import type { AnswerHead } from './load/wire-reader';
import { baseline } from './report/measures';
import type { State } from './scenarios/message';

/** Starts what all contestants share (Postgres, Redis, the load client) and learns what the product shows. */
export async function openCourse() {
  const [postgres, redisServer] = await Promise.all([startSharedPostgres(), startRedis()]);
  const redis = new Redis(redisServer.url);
  const load = startLoad();
  const givenOf = (databaseUrl: string) => ({ databaseUrl, redisUrl: redisServer.url, redis });
  const { url: databaseUrl } = await createTestDatabase();

  const { state, plain, gzip } = await look();
  const stateFile = join(testFolder('state'), 'state.json');
  writeFileSync(stateFile, JSON.stringify(state));
  const given = { redisUrl: redisServer.url, redis, stateFile };
  const isCompressing = gzip?.headers['content-encoding'] === 'gzip';
  const contestants = [
    product(givenOf(databaseUrl)),
    isCompressing ? product(givenOf(databaseUrl), true) : undefined,
    nodeBaseline(baseline, 'plain-server', given),
    nodeBaseline('better-sse', 'better-sse-server', given),
    nchan(stateFile),
  ].filter((contestant): contestant is Contestant => contestant !== undefined);

  /** Asks a product that nobody else asks: its state, and how it answers. */
  async function look(): Promise<{ state: State; plain: AnswerHead | null; gzip: AnswerHead | null }> {
    const running = await startProduct(givenOf(databaseUrl), await freePort());
    try {
      const state = (await (await fetch(`${running.app.url}/api/status`)).json()) as State;
      const headOf = async (headers: Record<string, string>) => {
        const target = { ...running.target, headers: { ...running.target.headers, ...headers } };
        const { head } = await load.open({ target, count: 1, atOnce: 1, limitMs: 10_000 });
        await load.close();
        return head;
      };
      return { state, plain: await headOf({}), gzip: await headOf({ 'Accept-Encoding': 'gzip' }) };
    } finally {
      await running.stop();
    }
  }

  return {
    state,
    load,
    product: product(givenOf(databaseUrl)),
    contestants,
    isCompressing,
    transport: transportOf(plain),
    /** A second process of the product on a database of its own, and a contestant on the same. */
    async pair() {
      const database = await createTestDatabase();
      const own = givenOf(database.url);
      // By itself: a second process on the same Redis counts as one that readers can go to meanwhile.
      const second = await startProduct({ ...own, redisUrl: undefined }, await freePort());
      const close = async () => {
        await second.stop();
        await database.drop();
      };
      return { port: second.target.port, contestant: product(own), close };
    },
    async close() {
      await load.stop();
      redis.disconnect();
      await Promise.all([postgres.stop(), redisServer.stop()]);
    },
  };
}

/** Next's router names its own headers in Vary; the fast path answers before Next. */
function transportOf(head: AnswerHead | null): string {
  return /\brsc\b/i.test(head?.headers.vary ?? '') ? "Next's route handler" : 'fast path';
}
