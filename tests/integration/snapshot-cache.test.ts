import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { redis } from '@/lib/cache/redis';
import { cachedSnapshot } from '@/lib/cache/snapshot-cache';
import { createServiceInput } from '@/lib/contracts/service-input';
import { currentRevision } from '@/lib/database/event-log';
import { createService } from '@/lib/operations/create-service';
import { setServiceStatus } from '@/lib/operations/set-service-status';
import { buildStatusSnapshot } from '@/lib/queries/build-status-snapshot';
import { getStatusSnapshot } from '@/lib/queries/get-status-snapshot';
import { inInstallation, owner } from '@/tests/support/installation';
import { startRedis, type TestRedis } from '@/tests/support/redis';

inInstallation();

let server: TestRedis;
let other: Redis;

beforeAll(async () => {
  server = await startRedis();
  process.env.REDIS_URL = server.url;
  other = new Redis(server.url, { retryStrategy: () => 100 });
  other.on('error', () => {});
  await vi.waitFor(() => expect(redis()?.status).toBe('ready'), 10_000);
});

beforeEach(async () => {
  await other.flushall();
});

afterAll(async () => {
  other.disconnect();
  redis()?.disconnect();
  await server.stop();
});

const createApi = () => createService(owner, createServiceInput.parse({ name: 'API' }));
const current = async () => getStatusSnapshot({ atLeast: await currentRevision() });

describe('the snapshot', () => {
  it('is kept in Redis for at most a minute, where another process finds it', async () => {
    await createApi();
    const snapshot = await current();
    const key = `signalbox:snapshot:${snapshot.state.revision}`;
    expect(JSON.parse((await other.get(key)) ?? 'null')).toEqual(snapshot);
    const seconds = await other.ttl(key);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('of an older revision is never served after a publish', async () => {
    const { id } = await createApi();
    await current();
    await setServiceStatus(owner, id, 'major_outage');
    expect((await current()).state).toMatchObject({
      statusLabel: 'major_outage',
      services: [{ status: 'major_outage' }],
    });
  });

  it('is built once for all who ask at the same time', async () => {
    await createApi();
    const build = vi.fn(buildStatusSnapshot);
    const asked = Array.from({ length: 50 }, () => cachedSnapshot(1_000_000, build));
    expect(new Set((await Promise.all(asked)).map((snapshot) => snapshot.state.revision)).size).toBe(1);
    expect(build).toHaveBeenCalledTimes(1);
  });

  it('that another version wrote in another shape is built anew', async () => {
    await createApi();
    const build = vi.fn(buildStatusSnapshot);
    for (const [revision, text] of [
      [2_000_000, '{"page":1}'],
      [2_000_001, 'not json'],
    ] as const) {
      await other.set(`signalbox:snapshot:${revision}`, text);
      await cachedSnapshot(revision, build);
    }
    expect(build).toHaveBeenCalledTimes(2);
  });

  it('comes from Postgres while Redis is down, and publishing goes on', async () => {
    const { id } = await createApi();
    await server.kill();
    await setServiceStatus(owner, id, 'partial_outage');
    expect((await current()).state.statusLabel).toBe('partial_outage');
    await server.restart();
    await vi.waitFor(() => expect(redis()?.status).toBe('ready'), 10_000);
    await setServiceStatus(owner, id, 'operational');
    expect((await current()).state.statusLabel).toBe('operational');
  });
});
