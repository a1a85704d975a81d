import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { streamPath } from '@/lib/doctor/target';
import { startApp, type TestApp } from '@/tests/support/app';
import { createTestDatabase } from '@/tests/support/postgres';
import { publicHost } from '@/tests/support/sabotage-cases';
import { openStream } from '@/tests/support/stream-client';

/** Gives the test file an app in production with quick heartbeats, for as many visitors as come. */
export function inProduction(): { readonly port: number; readonly url: string } {
  let database: Awaited<ReturnType<typeof createTestDatabase>> | undefined;
  let app: TestApp | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    const env = {
      DATABASE_URL: database.url,
      PUBLIC_URL: `http://${publicHost}`,
      ALLOWED_ORIGINS: `https://${publicHost}`,
      STREAM_HEARTBEAT_SECONDS: '1',
      STREAM_MAX_PER_ADDRESS: '0',
    };
    app = await startApp({ env });
    await becomesReady(app.url);
    (await openStream(app.url + streamPath, { Host: publicHost, Origin: env.PUBLIC_URL })).close();
  });
  afterAll(async () => {
    await app?.stop();
    await database?.drop();
  });
  return {
    get port() {
      return app?.port ?? 0;
    },
    get url() {
      return `http://127.0.0.1:${app?.port}`;
    },
  };
}

/** Alive comes before ready, and Next's first answers are slow; a doctor would rightly say so. */
async function becomesReady(url: string): Promise<void> {
  while (!(await fetch(`${url}/api/health/ready`)).ok) await sleep(50);
}
