import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What Vitest's own report says. A file that could not even be loaded counts as one failure.
 * @param {number} exitCode
 * @param {string} report
 * @returns {Counts}
 */
export function countVitest(exitCode, report) {
  const json = readJson(report);
  const broken = (json?.testResults ?? []).filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return agree(exitCode, {
    passed: json?.numPassedTests ?? 0,
    failed: (json?.numFailedTests ?? 0) + broken.length,
    skipped: (json?.numPendingTests ?? 0) + (json?.numTodoTests ?? 0),
  });
}

/**
 * What Playwright's own report says. A test that passed only when repeated counts as failed.
 * @param {number} exitCode
 * @param {string} report
 * @returns {Counts}
 */
export function countPlaywright(exitCode, report) {
  const stats = readJson(report)?.stats;
  return agree(exitCode, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/** A runner that ends badly without a failed test (a crash, an error outside of any test) is a failure too. */
function agree(/** @type {number} */ exitCode, /** @type {Counts} */ counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  const sum = (/** @type {keyof Counts} */ key) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * Prints the last line of a run, and keeps it as a file for `.ci/run`.
 * @param {Counts} counts
 * @param {string} path
 */
export function printSummary(counts, path) {
  writeFileSync(path, JSON.stringify(counts));
  if (counts.skipped > 0) console.log(`\n${counts.skipped} skipped`);
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
}

function readJson(/** @type {string} */ path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
