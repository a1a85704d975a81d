import { rm } from 'node:fs/promises';
import { startSharedPostgres } from './postgres';
import { testRunDir } from './test-run';

/** Vitest calls it once, before the first integration test; what it returns is called after the last one. */
export default async function setUp() {
  const isOurs = !process.env.TEST_RUN_DIR;
  const folder = testRunDir();
  const postgres = await startSharedPostgres();
  return async () => {
    await postgres.stop();
    if (isOurs) await rm(folder, { recursive: true, force: true });
  };
}
