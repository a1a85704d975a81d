import './needs-node.mjs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTestRun } from './end-test-run.mjs';
import { prepareOrExit } from './prepare-or-exit.mjs';
import { inRoot } from './project.mjs';
import { runNode } from './run-node.mjs';

if (process.platform !== 'linux') {
  console.error('The bench needs Linux: it reads /proc, and has more than one address in 127.0.0.0/8.');
  process.exit(1);
}
await prepareOrExit('build');
await bundle();

/** All that the bench starts notes itself here; what is left when it ends, is ended. */
const runDir = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
const code = await runNode('dist/bench/bench.mjs', process.argv.slice(2), { TEST_RUN_DIR: runDir });
await endTestRun(runDir);
process.exit(code);

/** The bench's own processes are TypeScript; each becomes one file that Node runs as it is. */
async function bundle() {
  const { build, stop } = await import('esbuild');
  await build({
    entryPoints: {
      bench: inRoot('tests/bench/bench.ts'),
      'load-client': inRoot('tests/bench/load/load-client.ts'),
      'cpu-profile': inRoot('tests/bench/cpu-profile.ts'),
      'plain-server': inRoot('tests/bench/servers/plain-server.ts'),
      'plain-page-server': inRoot('tests/bench/servers/plain-page-server.ts'),
      'better-sse-server': inRoot('tests/bench/servers/better-sse-server.ts'),
    },
    outdir: inRoot('dist/bench'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    alias: { 'server-only': inRoot('tests/support/server-only.ts') },
    tsconfig: inRoot('tsconfig.json'),
    logLevel: 'warning',
  });
  await stop();
}
