import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './project.mjs';

/** What a build is made of. */
const sources = [
  ...['app', 'lib', 'prisma', 'public', 'server.ts', 'middleware.ts', 'instrumentation.ts'],
  ...[
    'instrumentation-client.ts',
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
  ],
  ...['bin/bundle.mjs', 'bin/bundle-widget.mjs'],
];

/** Changes whenever a source was edited, added or removed: names, sizes and times of change. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) add(hash, source);
  return hash.digest('hex');
}

function add(/** @type {import('node:crypto').Hash} */ hash, /** @type {string} */ path) {
  const stat = statSync(inRoot(path), { throwIfNoEntry: false });
  if (!stat || path === join('lib', 'database', 'generated')) return;
  if (!stat.isDirectory()) return void hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  for (const name of readdirSync(inRoot(path)).sort()) add(hash, join(path, name));
}
