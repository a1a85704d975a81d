import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { takeLock } from '@/lib/process-lock.mjs';

/** Where the first of these programs lies on the PATH. */
export function findOnPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Whether we may install packages here: root on Debian or one of its children. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findOnPath('apt-get') !== undefined;
}

/** Installs one Debian package; see `installPackages`. */
export const installPackage = (name: string): Promise<void> => installPackages([name]);

/**
 * Installs Debian packages in one go, and keeps them from starting services of their own. Where that fails it says
 * why and no more: whoever looks for the program next has another way, or says what to install.
 */
export async function installPackages(names: string[]): Promise<void> {
  const unlock = await takeLock(join(tmpdir(), 'signalbox-apt.lock'));
  const policy = '/usr/sbin/policy-rc.d';
  const isOurPolicy = !existsSync(policy);
  try {
    console.log(`· Installing ${names.join(', ')} for the tests …`);
    if (isOurPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'pipe' } as const;
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
  } catch (error) {
    console.error(`· That failed: ${error instanceof Error ? error.message : error}`);
  } finally {
    if (isOurPolicy) rmSync(policy, { force: true });
    unlock();
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
