import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Names a process so that a later one that was given the same number is not taken for it.
 * @param {number} [pid]
 * @returns {string} the process id, and where the system tells, when the process began
 */
export function processToken(pid = process.pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    return `${pid}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return `${pid}`;
  }
}

/**
 * Whether the process that wrote `token` still runs.
 * @param {string} token
 */
export function isRunning(token) {
  const pid = Number.parseInt(token, 10);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return !token.includes(':') || processToken(pid) === token;
}

/**
 * Takes the lock file at `path`, waiting while another living process holds it.
 * @param {string} path
 * @param {(pid: number) => void} [onWait] called once, with the holder's process id
 * @returns {Promise<() => void>} gives the lock back
 */
export async function takeLock(path, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const token = processToken();
  // Written first and linked then, so that nobody ever reads a lock without its owner.
  writeFileSync(mine, token);
  try {
    for (let told = false; !tryLink(mine, path); ) {
      const holder = read(path);
      if (holder === undefined) continue;
      if (!isRunning(holder)) {
        removeStale(path, holder, mine);
        continue;
      }
      if (!told) onWait?.(Number.parseInt(holder, 10));
      told = true;
      await sleep(200);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

function tryLink(/** @type {string} */ from, /** @type {string} */ to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

function read(/** @type {string} */ path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function removeStale(/** @type {string} */ path, /** @type {string} */ holder, /** @type {string} */ mine) {
  const aside = `${mine}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  // Someone else may have taken the lock between our look and our rename: then give it back.
  if (read(aside) !== holder) tryLink(aside, path);
  rmSync(aside, { force: true });
}
