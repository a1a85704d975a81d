import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import { Prisma } from '@/lib/database/generated/client';
import { type HistoryStep, historyStatement } from '@/lib/database/history-repository';
import type { HistoryFilter } from '@/lib/domain/history';
import { inInstallation } from '@/tests/support/installation';
import { fillHistory, newest, rareService, usualService } from './full-history';

inInstallation({ isKept: true });
beforeAll(fillHistory, 120_000);

const all: HistoryFilter = { words: null, serviceId: null, impact: null, kind: null };
const middle = { at: new Date(newest.getTime() - 5 * 365 * 86_400_000), id: 'inc' };

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
};

/** Each step that Postgres took to read one page of the history. */
async function stepsOf(filter: Partial<HistoryFilter>, step: HistoryStep | null): Promise<Plan[]> {
  const statement = historyStatement({ ...all, ...filter }, step, 26);
  if (!statement) throw new Error('nothing would be asked');
  const explained = Prisma.sql`explain (analyze, format json) ${statement}`;
  const [row] = await database().$queryRaw<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(explained);
  const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
  return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => flat(Plan));
}

const reads = (steps: Plan[]) => steps.filter((step) => step['Relation Name']);
const rowsOf = (steps: Plan[]) =>
  steps.reduce((rows, step) => rows + step['Actual Rows'] * step['Actual Loops'], 0);

const places: [string, HistoryStep | null][] = [
  ['the newest', null],
  ['the middle to older ones', { to: 'older', from: middle }],
  ['the middle to newer ones', { to: 'newer', from: middle }],
];

describe.each(places)('of 20,000 incidents with 60,000 updates, from %s', (_, step) => {
  it.each<[string, Partial<HistoryFilter>]>([
    ['all', {}],
    ['a kind', { kind: 'maintenance' }],
    ['an impact', { impact: 'critical' }],
    ['a service that is often hit', { serviceId: usualService }],
    ['a service that is seldom hit', { serviceId: rareService }],
  ])('%s costs a page, however much there is', async (_, filter) => {
    expect(rowsOf(reads(await stepsOf(filter, step)))).toBeLessThan(300);
  });

  it.each<[string, Partial<HistoryFilter>, number]>([
    ['a word of one update', { words: 'zebra' }, 1],
    ['a word of 300 updates', { words: 'hundredth' }, 300],
    ['a word of all titles', { words: 'requests' }, 0],
    ['a word of all updates', { words: 'look' }, 60_000],
    ['a word of nothing', { words: 'nowhere' }, 0],
  ])('%s is found by the index of words', async (_, filter, found) => {
    const steps = await stepsOf(filter, step);
    const ofUpdates = steps.filter((one) => one['Relation Name'] === 'incident_update');
    expect(new Set(ofUpdates.map((one) => one['Node Type']))).toEqual(new Set(['Bitmap Heap Scan']));
    expect(rowsOf(ofUpdates)).toBe(found);
  });
});
