import { spawn } from 'node:child_process';
import { inRoot, root } from './project.mjs';

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let interrupted = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = true;
    running?.kill(signal);
  });
}

/** Whether somebody asked this command to stop. */
export const wasInterrupted = () => interrupted;

/**
 * Runs a script of this checkout in a Node process that has our terminal and gets our signals.
 * @param {string} program
 * @param {string[]} [args]
 * @param {Record<string, string>} [environment]
 * @returns {Promise<number>} its exit code; 1 when it was ended by a signal, or not begun because we were
 */
export async function runNode(program, args = [], environment = {}) {
  if (interrupted) return 1;
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    running = spawn(process.execPath, [inRoot(program), ...args], { cwd: root, stdio: 'inherit', env });
    running.on('close', (code) => {
      running = undefined;
      resolve(code ?? 1);
    });
  });
}
