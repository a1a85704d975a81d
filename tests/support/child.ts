import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Collects all a child prints. The text grows; ask again for what came since. */
export function collectOutput(child: ChildProcess): () => string {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return () => output;
}

/** Sends `signal` and waits for the end. Answers the exit code, or the signal that ended it. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);
    await ended;
  }
  return child.exitCode ?? child.signalCode;
}

/** Asks `isReady` until it says yes. Throws with the child's output when it ends first, or never gets there. */
export async function waitUntilReady(
  child: ChildProcess,
  output: () => string,
  isReady: () => Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  for (const limit = Date.now() + limitMs; Date.now() < limit; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await isReady().catch(() => false)) return;
  }
  await end(child, 'SIGKILL');
  throw new Error(`${child.spawnargs.join(' ')} did not become ready:\n${output()}`);
}
