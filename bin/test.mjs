import './needs-node.mjs';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTestRun } from './end-test-run.mjs';
import { prepareOrExit } from './prepare-or-exit.mjs';
import { inRoot } from './project.mjs';
import { runNode, wasInterrupted } from './run-node.mjs';
import { splitArguments } from './test-arguments.mjs';
import { addUp, countPlaywright, countVitest, printSummary } from './test-counts.mjs';

const { projects, rest } = splitArguments(process.argv.slice(2));
const vitestProjects = projects.filter((project) => project !== 'e2e');
const needsBuild = ['integration', 'proxies', 'e2e'].some((project) => projects.includes(project));
await prepareOrExit(needsBuild ? 'build' : 'dependencies');

const output = inRoot('tests/.output');
mkdirSync(output, { recursive: true });
/** All that the tests start notes itself here; what is left when they end, is ended. */
const runDir = mkdtempSync(join(tmpdir(), 'signalbox-test-'));

const counts = [];
if (vitestProjects.length > 0) counts.push(await runVitest());
if (projects.includes('e2e')) counts.push(await runPlaywright());
await endTestRun(runDir);

const total = addUp(counts);
if (wasInterrupted()) total.failed ||= 1;
printSummary(total, join(output, 'test-summary.json'));
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function runVitest() {
  const report = join(output, 'vitest.json');
  rmSync(report, { force: true });
  const chosen = vitestProjects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...chosen, ...reporters, '--passWithNoTests', ...rest];
  return countVitest(await runNode('node_modules/vitest/vitest.mjs', args, { TEST_RUN_DIR: runDir }), report);
}

async function runPlaywright() {
  const report = join(output, 'playwright.json');
  rmSync(report, { force: true });
  // Vitest's -t is Playwright's -g.
  const filters = rest.map((arg) => (arg === '-t' || arg === '--testNamePattern' ? '-g' : arg));
  const args = ['test', '--pass-with-no-tests', ...filters];
  const environment = { TEST_RUN_DIR: runDir, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return countPlaywright(await runNode('node_modules/@playwright/test/cli.js', args, environment), report);
}
