import { afterAll, beforeAll } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { createTestDatabase } from '../../support/postgres';
import { production as productionSettings } from '../../unit/live/origin-guard-table';
import { apiToken, type Publisher, publisherAt, revisionOf } from './publisher';
import { type Door, describeContract } from './stream-contract';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let production: TestApp;
let development: TestApp;
let publisher: Publisher;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = {
    DATABASE_URL: database.url,
    ADMIN_API_TOKEN: apiToken,
    STREAM_HEARTBEAT_SECONDS: '1',
    STREAM_MAX_PER_ADDRESS: '0',
  };
  development = await startApp({ env });
  const { PUBLIC_URL = '', ALLOWED_ORIGINS } = productionSettings;
  production = await startApp({ env: { ...env, PUBLIC_URL, ALLOWED_ORIGINS: ALLOWED_ORIGINS.join() } });
  publisher = await publisherAt(production);
}, 120_000);
afterAll(async () => {
  await Promise.all([production?.stop(), development?.stop()]);
  await database?.drop();
});

const door: Omit<Door, 'path' | 'encodesGzip'> = {
  production: () => production.port,
  development: () => development.port,
  publish: async () => {
    await publisher.openIncident('Something');
    return revisionOf(production);
  },
};

describeContract('before Next', { ...door, path: '/api/status/stream', encodesGzip: true });
// Next takes this for the same address, and only Next does.
describeContract('through the route', { ...door, path: '/api/status/./stream', encodesGzip: false });
