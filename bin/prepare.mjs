import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { takeLock } from '../lib/process-lock.mjs';
import { fingerprint } from './fingerprint.mjs';
import { inRoot, say } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

/** No step may ask a host other than npm's: an executable that exists keeps Prisma from downloading its own. */
const environment = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  NEXT_TELEMETRY_DISABLED: '1',
};

/**
 * Brings the checkout into the state a command needs, and does nothing where it already is.
 * @param {'dependencies' | 'server' | 'build' | 'doctor'} [need] dependencies and generated code; the server's bundle as
 *   well (for `npm run dev`); the production build as well; or dependencies and the doctor's bundle
 */
export async function prepare(need = 'build') {
  const unlock = await takeLock(inRoot('dist/prepare.lock'), (pid) =>
    say(`Waiting for another Signalbox command (process ${pid}) to finish its preparations …`),
  );
  try {
    await install();
    if (need === 'doctor') return await bundle('doctor');
    await generate();
    await generateWidget();
    if (need === 'server') await bundle('server');
    if (need === 'build') await build();
  } finally {
    unlock();
  }
}

async function install() {
  // npm writes this file last, so an interrupted installation has none.
  const installed = inRoot('node_modules/.package-lock.json');
  if (timeOf(installed) >= timeOf(inRoot('package-lock.json'))) return;
  const [command, args] = npm();
  // Without --include=dev, NODE_ENV=production would leave out what the build needs.
  await runQuietly(
    'Installing dependencies',
    command,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    environment,
  );
  touch(installed);
}

async function generate() {
  const stamp = inRoot('lib/database/generated/client.ts');
  if (timeOf(stamp) >= timeOf(inRoot('prisma/schema.prisma')) && timeOf(stamp) > 0) return;
  const prisma = inRoot('node_modules/prisma/build/index.js');
  await runQuietly('Generating the database client', process.execPath, [prisma, 'generate'], environment);
  touch(stamp);
}

async function generateWidget() {
  const { bundleWidget } = await import('./bundle-widget.mjs');
  await bundleWidget();
}

async function build() {
  const stamp = inRoot('dist/build-stamp');
  const wanted = fingerprint();
  const isThere = existsSync(inRoot('.next/BUILD_ID')) && existsSync(inRoot('dist/server.mjs'));
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // Written last and removed first: a build that was broken off has no stamp.
  rmSync(stamp, { force: true });
  const next = inRoot('node_modules/next/dist/bin/next');
  await runQuietly('Building the app', process.execPath, [next, 'build'], {
    ...environment,
    NODE_ENV: 'production',
  });
  await bundle('server');
  writeFileSync(stamp, wanted);
}

async function bundle(/** @type {'server' | 'doctor'} */ name) {
  mkdirSync(inRoot('dist'), { recursive: true });
  const { bundleServer, bundleDoctor } = await import('./bundle.mjs');
  await (name === 'server' ? bundleServer() : bundleDoctor());
}

/** The npm that runs us, or the one on the PATH. @returns {[string, string[]]} */
function npm() {
  const running = process.env.npm_execpath;
  return running?.endsWith('.js') ? [process.execPath, [running]] : ['npm', []];
}

function timeOf(/** @type {string} */ path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function touch(/** @type {string} */ path) {
  const now = new Date();
  if (existsSync(path)) utimesSync(path, now, now);
}
