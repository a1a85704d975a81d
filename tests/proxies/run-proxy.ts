import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { collectOutput, end, waitUntilReady } from '../support/child';
import { noteProcess } from '../support/test-run';

/** What a proxy stands in front of: `upstream` as `127.0.0.1:3000`, served to visitors under `host`. */
export type Site = {
  upstream: string;
  host: string;
  /** What its operator has changed in our file: new text by old. */
  changes?: Record<string, string>;
};

/** A running proxy, and the port where visitors find it. */
export type RunningProxy = { port: number; stop(): Promise<void> };

/** A file of `deploy/` with its documented places replaced, one after the other, and nothing else. */
export function shippedConfig(name: string, replacements: Record<string, string>): string {
  let text = readFileSync(join(process.cwd(), 'deploy', name), 'utf8');
  for (const [place, value] of Object.entries(replacements)) {
    if (!text.includes(place)) throw new Error(`deploy/${name} has no ${place} to replace.`);
    text = text.replaceAll(place, value);
  }
  return text;
}

type Start = {
  port: number;
  folder: string;
  env?: Record<string, string>;
  /** Asked until it says yes, where an open port does not say enough. */
  isReady?: () => Promise<boolean>;
};

/** Starts a proxy in the foreground, and waits until it is ready. */
export async function runProxy(
  command: string,
  args: string[],
  { port, folder, env, isReady = () => isListening(port) }: Start,
): Promise<RunningProxy> {
  const { PATH } = process.env;
  const child = spawn(command, args, {
    cwd: folder,
    env: { NODE_ENV: 'test', PATH, HOME: folder, TMPDIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  noteProcess(child.pid);
  await waitUntilReady(child, collectOutput(child), isReady, 30_000);
  return { port, stop: async () => void (await end(child, 'SIGTERM')) };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
