import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '@/lib/process-lock.mjs';

/** The process ids of the embedded PostgreSQL that runs for an app started in `folder`: one or none. */
export function leftRunning(folder: string): string[] {
  const note = join(folder, '.data/postgres/cluster/postmaster.pid');
  if (!existsSync(note)) return [];
  const [pid = ''] = readFileSync(note, 'utf8').split('\n');
  return isRunning(pid) ? [pid] : [];
}
