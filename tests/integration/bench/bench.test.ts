import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectOutput } from '../../support/child';
import { noteProcess, testFolder } from '../../support/test-run';

type Report = {
  command: string;
  transport: string;
  machine: { cores: number };
  notes: string[];
  results: { measure: string; rows: { contestant: string; values: number[]; ratio: number | null }[] }[];
  targets: { words: string; isMet: boolean | null }[];
};

/** Runs the command as a person would. */
async function bench(...args: string[]): Promise<{ code: unknown; output: string }> {
  const { TEST_RUN_DIR, ...env } = process.env;
  const child = spawn(process.execPath, ['bin/bench.mjs', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  noteProcess(child.pid);
  const output = collectOutput(child);
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, output: output() };
}

test('a small run measures everything of everyone', { timeout: 300_000 }, async () => {
  const file = join(testFolder('bench'), 'bench.json');
  const { code, output } = await bench(
    '--streams',
    '50',
    '--rounds',
    '1',
    '--messages',
    '3',
    '--seconds',
    '1',
    '--output',
    file,
  );
  expect(code, output).toBe(0);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const rowsOf = (measure: string) => report.results.find((result) => result.measure === measure)?.rows ?? [];

  const names = rowsOf('held').map(({ contestant }) => contestant);
  expect(names).toEqual(expect.arrayContaining(['product', 'plain node:http', 'better-sse']));
  for (const measure of ['rate', 'memory', 'p50', 'p90', 'p99', 'lost', 'serverCpu', 'clientCpu', 'bytes']) {
    const rows = rowsOf(measure);
    expect([measure, rows.map(({ contestant }) => contestant)]).toEqual([measure, names]);
    for (const { values } of rows) expect(values).toEqual([expect.any(Number)]);
  }
  for (const { values } of rowsOf('held')) expect(values).toEqual([50]);
  for (const { values } of rowsOf('lost')) expect(values).toEqual([0]);
  expect(rowsOf('p99').find(({ contestant }) => contestant === 'plain node:http')?.ratio).toBe(1);

  const restarted = names.filter((name) => !name.endsWith('(gzip)'));
  expect(rowsOf('backAfterTerm').map(({ contestant }) => contestant)).toEqual(restarted);
  for (const { values } of [...rowsOf('notBack'), ...rowsOf('missed')]) expect(values).toEqual([0]);
  expect(rowsOf('exitCode')[0]).toMatchObject({ contestant: 'product', values: [0] });

  for (const measure of ['pageRate', 'statusRate', 'summaryRate'])
    expect(rowsOf(measure).map(({ contestant }) => contestant)).toEqual([
      'product',
      'plain node:http',
      'product, per request',
    ]);

  expect(report.transport).toMatch(/^(fast path|Next's route handler)$/);
  expect(report.targets.length).toBeGreaterThan(5);
  expect(output).toContain('Publish to client, p99');
});

test('a wrong option is answered in a sentence', async () => {
  const { code, output } = await bench('--only', 'speed');
  expect(code).toBe(1);
  expect(output).toMatch(/--only must name some of .*, but it names "speed"\.$/m);
});
