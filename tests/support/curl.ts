import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectOutput, end } from './child';
import { findOnPath, installPackage, mayInstall } from './install';
import { noteProcess, testFolder } from './test-run';

type Places = {
  /** Where a documented host and port is really served: `status.example.com:443` → `127.0.0.1:4001`. */
  at: Record<string, string>;
  env?: Record<string, string>;
};

/** Runs shell lines exactly as they are written, with curl told in its own settings where those hosts are. */
export async function curlShell({ at, env }: Places) {
  if (!findOnPath('curl') && mayInstall()) await installPackage('curl');
  if (!findOnPath('curl')) throw new Error('The documented lines are run with curl: install curl.');
  const home = testFolder('curl');
  mkdirSync(home, { recursive: true });
  const places = Object.entries(at).map(([host, place]) => `connect-to = "${host}:${place}"`);
  // The test's certificate is its own.
  writeFileSync(join(home, '.curlrc'), ['insecure', 'noproxy = "*"', ...places, ''].join('\n'));

  /** Answers what the line printed once it ends, or, for a stream, once `isEnough` says so. */
  return async (line: string, isEnough: (printed: string) => boolean = () => false): Promise<string> => {
    const { PATH } = process.env;
    const child = spawn('sh', ['-c', `exec ${line}`], {
      env: { NODE_ENV: 'test', PATH, CURL_HOME: home, HOME: home, ...env },
      // Its progress, which it shows where it has no terminal, is not what it printed.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    noteProcess(child.pid);
    const output = collectOutput(child);
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const enough = new Promise<void>((resolve) =>
      child.stdout?.on('data', () => isEnough(output()) && resolve()),
    );
    await Promise.race([ended, enough]);
    await end(child, 'SIGTERM');
    return output();
  };
}
