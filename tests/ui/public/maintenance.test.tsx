import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MaintenanceContent } from '@/app/(public)/maintenance/[id]/_maintenance/maintenance-content';
import type { MaintenanceRecord } from '@/lib/contracts/history';
import { catalogue } from '@/lib/words/catalogue';
import { before, hour, maintenance, minute, services, snapshot } from '../../support/status-fixtures';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

const refresh = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }));

const renderedAt = Date.parse('2026-11-20T12:00:00.000Z');
const stream = withFakeStream();
beforeEach(() => {
  refresh.mockClear();
  vi.useFakeTimers({ now: renderedAt });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const planned = maintenance('mnt-1', 'Ledger migration', {
  scheduledStartAt: before(-90 * minute),
  scheduledEndAt: before(-4 * hour),
});

function show(more: Partial<MaintenanceRecord> = {}, language = 'en') {
  const { page, serviceNames } = snapshot();
  const record = { ...planned, startedAt: null, completedAt: null, ...more };
  const view = { page, serviceNames, maintenance: record };
  return render(inLanguage(<MaintenanceContent view={view} renderedAt={renderedAt} />, language));
}

const statusHere = () => document.querySelector('[aria-current=step]')?.textContent;
const calendar = () => screen.queryByRole('link', { name: 'Add to calendar' })?.getAttribute('href');

it.each<[string, Partial<MaintenanceRecord>]>([
  ['starts in 1 h 30 min', {}],
  ['was to start 5 min ago', { scheduledStartAt: before(5 * minute) }],
  ['4 h left', { status: 'in_progress' }],
  ['20 min longer than planned', { status: 'verifying', scheduledEndAt: before(20 * minute) }],
  ['took 1 h 50 min', { status: 'completed', startedAt: before(3 * hour), completedAt: before(70 * minute) }],
])('says how long: %s', (words, more) => {
  show(more);
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
});

it('offers its calendar file until it is completed', () => {
  show();
  expect(calendar()).toBe('/maintenance/mnt-1/calendar.ics');
  cleanup();
  show({ status: 'completed' });
  expect(calendar()).toBeUndefined();
});

it('follows the work live: it begins, and its services show it', () => {
  show();
  expect(statusHere()).toBe('Scheduled');
  stream.open();
  const begun = {
    ...planned,
    status: 'in_progress' as const,
    services: [{ id: 'svc-bank-transfers', status: 'under_maintenance' as const }],
  };
  const under = services({ 'Bank transfers': 'under_maintenance' });
  stream.state({ ...snapshot({ services: under, maintenances: [begun] }).state, revision: 42 });
  expect(statusHere()).toBe('In progress');
  const affected = within(screen.getByRole('list', { name: 'Affected services' }));
  expect(affected.getByText('under maintenance')).toBeTruthy();
  expect(document.title).toContain('In progress: Ledger migration');
});

it.each([
  [200, 'reads the page anew', 1, null],
  [404, 'says that it was cancelled', 0, 'This maintenance was cancelled while you were reading.'],
] as const)(
  'asks what became of work that left the state: at a %d it %s',
  async (status, _, times, words) => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response(null, { status })));
    show({ status: 'in_progress' });
    stream.open();
    stream.state({ ...snapshot().state, revision: 42 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(refresh).toHaveBeenCalledTimes(times);
    if (words) expect(screen.getByText(words)).toBeTruthy();
  },
);

it.each([...catalogue.keys()])('has all its words in %s', (language) => {
  expect(() => show({ startedAt: before(hour), completedAt: before(0) }, language)).not.toThrow();
});
