import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processToken } from '@/lib/process-lock.mjs';

/** The folder of this test run. What is started notes itself there, so that `bin/test.mjs` can end what is left. */
export function testRunDir(): string {
  process.env.TEST_RUN_DIR ??= mkdtempSync(join(tmpdir(), 'signalbox-test-'));
  return process.env.TEST_RUN_DIR;
}

/** A fresh folder inside the one of this test run. */
export function testFolder(name: string): string {
  return mkdtempSync(join(testRunDir(), `${name}-`));
}

/** Notes a process that must not outlive this test run. */
export function noteProcess(pid: number | undefined): void {
  if (pid === undefined) return;
  const folder = join(testRunDir(), 'processes');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${pid}`), processToken(pid));
}
