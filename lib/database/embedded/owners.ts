import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, processToken } from '@/lib/process-lock.mjs';

/** Notes that this process uses the server of `dataDir`. Returns a function that takes the note back. */
export function registerOwner(dataDir: string): () => void {
  const folder = join(dataDir, 'owners');
  mkdirSync(folder, { recursive: true });
  const note = join(folder, `${process.pid}.${Math.random().toString(36).slice(2)}`);
  writeFileSync(note, processToken());
  return () => rmSync(note, { force: true });
}

/** Whether any living process uses the server of `dataDir`; notes of dead ones are cleared away. */
export function hasOwners(dataDir: string): boolean {
  const folder = join(dataDir, 'owners');
  const notes = readdirSync(folder).map((name) => join(folder, name));
  const dead = notes.filter((note) => !isRunning(readFileSync(note, 'utf8')));
  for (const note of dead) rmSync(note, { force: true });
  return notes.length > dead.length;
}
