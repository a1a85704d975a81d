import './needs-node.mjs';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { prepareOrExit } from './prepare-or-exit.mjs';
import { inRoot, root, say } from './project.mjs';
import { printSummary } from './test-counts.mjs';

await prepareOrExit('dependencies');

/** Every step runs, so that one look shows all that is wrong. @type {[string, string[][]][]} */
const steps = [
  ['Style, lint and import directions (Biome)', [['node_modules/@biomejs/biome/bin/biome', 'check', '.']]],
  [
    'Types (TypeScript)',
    [
      ['node_modules/next/dist/bin/next', 'typegen'],
      ['node_modules/typescript/bin/tsc', '--noEmit'],
    ],
  ],
  ['Unused files, exports and dependencies (knip)', [['node_modules/knip/bin/knip.js', '--no-progress']]],
];

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [title, commands] of steps) {
  const outputs = commands.map(run);
  const isFine = outputs.every(({ code }) => code === 0);
  counts[isFine ? 'passed' : 'failed'] += 1;
  say(`${title}: ${isFine ? 'fine' : 'FAILED'}`);
  if (!isFine) console.log(outputs.map(({ text }) => text).join('\n'));
}
mkdirSync(inRoot('tests/.output'), { recursive: true });
printSummary(counts, inRoot('tests/.output/check-summary.json'));
process.exit(counts.failed > 0 ? 1 : 0);

/** @param {string[]} command */
function run([program = '', ...args]) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
  const child = spawnSync(process.execPath, [inRoot(program), ...args], { cwd: root, env, encoding: 'utf8' });
  return { code: child.status ?? 1, text: `${child.stdout}${child.stderr}` };
}
