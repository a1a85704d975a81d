import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, processToken } from '../lib/process-lock.mjs';

/**
 * Ends every process that a test run noted and left running, and removes its folder.
 * @param {string} folder
 */
export async function endTestRun(folder) {
  const notes = join(folder, 'processes');
  const names = existsSync(notes) ? readdirSync(notes) : [];
  const tokens = names.map((name) => readFileSync(join(notes, name), 'utf8'));
  tokens.push(...postgresLeftBehind(folder));
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGQUIT', 'SIGKILL'])) {
    const left = tokens.filter(isRunning);
    if (left.length === 0) break;
    for (const token of left) process.kill(Number.parseInt(token, 10), signal);
    for (let waited = 0; waited < 5_000 && left.some(isRunning); waited += 50) await sleep(50);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** An app that a test killed leaves its database server running; PostgreSQL notes itself beside its data. */
function postgresLeftBehind(/** @type {string} */ folder) {
  const pidFiles = readdirSync(folder).flatMap((name) =>
    ['cluster', '.data/postgres/cluster'].map((path) => join(folder, name, path, 'postmaster.pid')),
  );
  return pidFiles
    .filter((path) => existsSync(path))
    .flatMap((path) => {
      const pid = parseInt(readFileSync(path, 'utf8'), 10);
      return worksIn(pid, dirname(path)) ? [processToken(pid)] : [];
    });
}

/** The number in a left-over file may have been given to a stranger since. */
function worksIn(/** @type {number} */ pid, /** @type {string} */ folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}
