import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgresBinaries, type PostgresBinaries } from './binaries';
import { type Unprivileged, unprivileged } from './unprivileged';

/** The name of the database and of the role that owns it. */
export const databaseName = 'signalbox';

/** A PostgreSQL data folder and all that is needed to run it. */
export type Cluster = {
  folder: string;
  password: string;
  logFile: string;
  binaries: PostgresBinaries;
  user: Unprivileged;
};

/** Opens the cluster kept under `dataDir`, creating it at the first call. */
export async function openCluster(dataDir: string, onProgress: (line: string) => void): Promise<Cluster> {
  const binaries = findPostgresBinaries();
  const cluster: Cluster = {
    folder: join(dataDir, 'cluster'),
    password: readPassword(join(dataDir, 'password')),
    logFile: join(dataDir, 'postgres.log'),
    binaries,
    user: unprivileged(binaries.postgres, dataDir),
  };
  if (!existsSync(cluster.folder)) {
    onProgress('Creating the embedded PostgreSQL database');
    await initialise(cluster, dataDir);
  }
  return cluster;
}

function readPassword(path: string): string {
  if (!existsSync(path)) {
    const random = crypto.getRandomValues(new Uint8Array(24));
    writeFileSync(path, Buffer.from(random).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8').trim();
}

/** Works in a folder of another name and renames it at the end, so that a broken attempt is simply begun again. */
async function initialise(cluster: Cluster, dataDir: string) {
  const partial = join(dataDir, 'cluster.partial');
  const passwordFile = join(dataDir, 'password.initdb');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  cluster.user.own(partial);
  cluster.user.own(passwordFile);
  try {
    const [command, args] = cluster.user.command(cluster.binaries.initdb, [
      `--pgdata=${partial}`,
      `--username=${databaseName}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sorts the same on every machine, whatever locales it has installed.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ]);
    await run(command, args);
    renameSync(partial, cluster.folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Detached, as Ctrl-C must not reach it: we decide what happens to a half-made cluster.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The embedded PostgreSQL could not be created:\n${output}`)),
    );
  });
}
