import { describe, expect, test } from 'vitest';
import { MigrationRefusal, planMigrations, type RecordedMigration } from '@/lib/database/migration-plan';
import { checksumOf } from '@/lib/database/migrations-folder';

const file = (name: string, sql = `-- ${name}`) => ({ name, sql, checksum: checksumOf(sql) });

const record = (name: string, changes: Partial<RecordedMigration> = {}): RecordedMigration => ({
  migration_name: name,
  checksum: checksumOf(`-- ${name}`),
  finished_at: new Date(),
  rolled_back_at: null,
  logs: null,
  ...changes,
});

describe('the plan of migrations', () => {
  test('is all of them for a new database', () => {
    expect(planMigrations([file('1_a'), file('2_b')], []).map(({ name }) => name)).toEqual(['1_a', '2_b']);
  });

  test('is empty when all were applied', () => {
    expect(planMigrations([file('1_a')], [record('1_a')])).toEqual([]);
  });

  test('is what is missing, in order', () => {
    const plan = planMigrations([file('1_a'), file('2_b'), file('3_c')], [record('1_a')]);
    expect(plan.map(({ name }) => name)).toEqual(['2_b', '3_c']);
  });

  test('takes one that was rolled back again', () => {
    const rolledBack = record('1_a', { finished_at: null, rolled_back_at: new Date(), checksum: 'other' });
    expect(planMigrations([file('1_a')], [rolledBack]).map(({ name }) => name)).toEqual(['1_a']);
  });

  test.each([
    ['a changed file', [file('1_a', 'select 2')], [record('1_a')], /1_a was applied .* with other contents/],
    ['a file that is gone', [], [record('1_a')], /had migration 1_a, which this version .* does not know/],
    [
      'one that did not finish',
      [file('1_a')],
      [record('1_a', { finished_at: null, logs: 'syntax error' })],
      /1_a was started .* did not finish. It said: syntax error/,
    ],
  ])('refuses %s', (_what, files, records, words) => {
    expect(() => planMigrations(files, records)).toThrow(MigrationRefusal);
    expect(() => planMigrations(files, records)).toThrow(words);
  });
});

test('the checksum is SHA-256 in hexadecimal, which is what Prisma writes', () => {
  expect(checksumOf('select 1;\n')).toBe('4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c');
});
