import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Agenda, Scheduler } from '@/lib/schedule/scheduler';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z') }));
afterEach(() => vi.useRealTimers());

const second = 1_000;
type Entry = { id: string; dueInMs: number };

/** A scheduler over a list of work; what was run leaves the list, as it would leave the agenda. */
function schedule(...given: Entry[]) {
  const began = Date.now();
  const work = given.map(({ id, dueInMs }) => ({ id, dueAt: new Date(began + dueInMs) }));
  const ran: string[] = [];
  const agenda = vi.fn(async (): Promise<Agenda> => ({ now: new Date(), entries: [...work] }));
  const run = vi.fn(async (id: string) => {
    ran.push(`${id} at ${(Date.now() - began) / second}`);
    work.splice(
      work.findIndex((entry) => entry.id === id),
      1,
    );
  });
  const warn = vi.fn();
  const scheduler = new Scheduler({ agenda, run, warn });
  scheduler.wake();
  return { scheduler, ran, agenda, run, warn, work };
}

it('does each thing at its time', async () => {
  const { ran } = schedule({ id: 'a', dueInMs: 7 * second }, { id: 'b', dueInMs: 95 * second });
  await vi.advanceTimersByTimeAsync(100 * second);
  expect(ran).toEqual(['a at 7', 'b at 95']);
});

it('does at once what fell due before it was there, the oldest first', async () => {
  const { ran } = schedule({ id: 'a', dueInMs: -90 * second }, { id: 'b', dueInMs: -second });
  await vi.advanceTimersByTimeAsync(0);
  expect(ran).toEqual(['a at 0', 'b at 0']);
});

it('looks twice a minute where nothing is to come, and finds what another process planned', async () => {
  const { ran, agenda, work } = schedule();
  await vi.advanceTimersByTimeAsync(120 * second);
  expect(agenda).toHaveBeenCalledTimes(5);
  work.push({ id: 'theirs', dueAt: new Date() });
  await vi.advanceTimersByTimeAsync(30 * second);
  expect(ran).toEqual(['theirs at 150']);
});

it('looks again when it is woken, and once more when it is woken while it looks', async () => {
  const { scheduler, ran, agenda, work } = schedule();
  await vi.advanceTimersByTimeAsync(second);
  work.push({ id: 'soon', dueAt: new Date(Date.now() + 2 * second) });
  scheduler.wake();
  scheduler.wake();
  scheduler.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(agenda).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(2 * second);
  expect(ran).toEqual(['soon at 3']);
});

it('goes by the clock of the agenda, not by its own', async () => {
  const { scheduler, agenda, run } = schedule();
  agenda.mockImplementation(async () => ({
    now: new Date(Date.now() - 10 * second),
    entries: run.mock.calls.length > 0 ? [] : [{ id: 'a', dueAt: new Date('2026-03-01T10:00:05Z') }],
  }));
  scheduler.wake();
  await vi.advanceTimersByTimeAsync(14 * second);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(second);
  expect(run).toHaveBeenCalledOnce();
});

it('asks every 5 seconds while the database is away, says so once, and does what fell due meanwhile', async () => {
  const { ran, agenda, warn } = schedule({ id: 'a', dueInMs: 7 * second });
  await vi.advanceTimersByTimeAsync(0);
  const known = agenda.getMockImplementation();
  agenda.mockRejectedValue(new Error('away'));
  await vi.advanceTimersByTimeAsync(60 * second);
  expect(agenda.mock.calls.length).toBeLessThan(15);
  expect(warn).toHaveBeenCalledOnce();
  agenda.mockImplementation(known ?? (() => Promise.reject()));
  await vi.advanceTimersByTimeAsync(5 * second);
  expect(ran).toHaveLength(1);
});

it('does the rest where one thing fails, and tries that again without haste', async () => {
  const { run, ran, work } = schedule();
  const does = run.getMockImplementation();
  work.push({ id: 'bad', dueAt: new Date() }, { id: 'good', dueAt: new Date() });
  run.mockImplementation(async (id) => (id === 'bad' ? Promise.reject(new Error('no')) : does?.(id)));
  await vi.advanceTimersByTimeAsync(50 * second);
  expect(ran).toEqual(['good at 30']);
  expect(run.mock.calls.filter(([id]) => id === 'bad').length).toBeLessThan(7);
});

it('never looks without rest, whatever stays due', async () => {
  const { agenda, run } = schedule({ id: 'stuck', dueInMs: 0 });
  run.mockImplementation(async () => {});
  await vi.advanceTimersByTimeAsync(60 * second);
  expect(agenda.mock.calls.length).toBeLessThan(5);
});

it('stops after what it has begun, and begins nothing more', async () => {
  const { scheduler, agenda, run } = schedule({ id: 'a', dueInMs: 0 }, { id: 'b', dueInMs: 0 });
  let finish = () => {};
  run.mockImplementation(() => new Promise<void>((resolve) => (finish = resolve)));
  await vi.advanceTimersByTimeAsync(0);
  let isStopped = false;
  const stopping = scheduler.stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(second);
  expect(isStopped).toBe(false);
  finish();
  await stopping;
  scheduler.wake();
  await vi.advanceTimersByTimeAsync(120 * second);
  expect(run).toHaveBeenCalledOnce();
  expect(agenda).toHaveBeenCalledOnce();
});
