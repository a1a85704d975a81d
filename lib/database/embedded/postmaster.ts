import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '@/lib/process-lock.mjs';
import type { Cluster } from './cluster';

/** A running PostgreSQL server. */
export type Postmaster = { pid: number; port: number };

const startLimitMs = 60_000;

/** The server that already runs on this cluster, left over by a start that was killed or shared with another. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  for (;;) {
    const found = readPidFile(cluster);
    if (!found) return undefined;
    if (!isPostmasterOf(cluster, found.pid)) {
      // PostgreSQL itself clears the file of a dead process; it refuses only when a stranger was given the number.
      if (isRunning(`${found.pid}`)) rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.status === 'ready') return found;
    await sleep(50);
  }
}

/** Starts a server on `port` (a free one if not given) of 127.0.0.1 and waits until it takes connections. */
export async function startPostmaster(
  cluster: Cluster,
  port?: number,
  settings: Record<string, string> = {},
  attempts = 20,
): Promise<Postmaster> {
  const all: Record<string, string> = {
    port: String(port ?? (await freePort())),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    jit: 'off',
    ...settings,
  };
  const [command, args] = cluster.user.command(cluster.binaries.postgres, [
    ...['-D', cluster.folder],
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const log = openSync(cluster.logFile, 'w');
  // Detached: a Ctrl-C in the terminal must not end the database before we have drained.
  const child = spawn(command, args, { stdio: ['ignore', log, log], detached: true, cwd: cluster.folder });
  closeSync(log);
  let failure: string | undefined;
  child.on('error', (error) => (failure = error.message));
  child.on('exit', () => (failure ??= 'it stopped at once'));
  child.unref();
  for (const limit = Date.now() + startLimitMs; Date.now() < limit && !failure; await sleep(20)) {
    const found = readPidFile(cluster);
    if (found?.pid === child.pid && found?.status === 'ready') return found;
  }
  const words = readFileSync(cluster.logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
  // Workers of a killed server take a moment to notice; starting beside them would endanger the data.
  if (words.includes('pre-existing shared memory') && attempts > 1) {
    await sleep(500);
    return startPostmaster(cluster, port, settings, attempts - 1);
  }
  throw new Error(`The embedded PostgreSQL did not start: ${failure ?? 'it took too long'}.\n${words}`);
}

/** Stops the server: open transactions are rolled back; after ten seconds without an end it is stopped the hard way. */
export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  for (const [signal, limitMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isPostmasterOf(cluster, pid)) return;
    process.kill(pid, signal);
    for (const limit = Date.now() + limitMs; Date.now() < limit; await sleep(20)) {
      if (!isPostmasterOf(cluster, pid)) return;
    }
  }
}

function readPidFile(cluster: Cluster): (Postmaster & { status: string | undefined }) | undefined {
  const path = join(cluster.folder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  // PostgreSQL's own format: process id, folder, start time, port, socket folder, address, memory key, status.
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() };
}

function isPostmasterOf(cluster: Cluster, pid: number): boolean {
  if (!isRunning(`${pid}`)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster.folder);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve((address as { port: number }).port));
    });
  });
}
