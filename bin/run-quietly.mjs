import { spawn } from 'node:child_process';
import { root, say } from './project.mjs';

/**
 * Runs a step that a person waits for: one line that says what it is, one that says how long it took,
 * and what it printed only when it fails.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [environment]
 */
export async function runQuietly(title, command, args, environment = {}) {
  const begun = Date.now();
  say(`${title} …`);
  const { code, output } = await run(command, args, environment);
  if (code !== 0) {
    console.error(output);
    throw new Error(`${title} failed (exit code ${code}).`);
  }
  say(`${title}: done in ${Math.max(1, Math.round((Date.now() - begun) / 1000))} s`);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} environment
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, environment) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // When we are asked to end we take it along: a build must not go on alone.
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    const stop = () => child.kill('SIGTERM');
    for (const signal of signals) process.on(signal, stop);
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, stop);
      resolve({ code: code ?? 1, output });
    });
  });
}
