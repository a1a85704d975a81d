import { describe, expect, test } from 'vitest';
import { type ProcessFigures, processFigures } from '@/lib/contracts/process-figures';
import { ProcessBoard } from '@/lib/live/processes/process-board';
import { ProcessSampler } from '@/lib/live/processes/process-sampler';
import { liveMetrics, pullFrom } from '@/lib/metrics';

const figures = (id: string, open = 0): ProcessFigures => ({
  id,
  version: '1.0.0',
  startedAt: '2026-11-20T08:00:00.000Z',
  at: '2026-11-20T09:00:00.000Z',
  open,
  opened: 0,
  closed: 0,
  rejected: 0,
  events: 0,
  publishToWrite: { p50: 2, p99: 9 },
  queuedBytes: 0,
  lag: 1,
  redis: 'up',
  pool: { total: 1, idle: 1, waiting: 0 },
  revision: 1,
});

describe('the board of processes', () => {
  test('shows this process first, then the others by name', () => {
    const board = new ProcessBoard('m:1');
    for (const id of ['z:9', 'm:1', 'a:3']) board.note(figures(id), 0);
    expect(board.view(0).map(({ id, isHere }) => [id, isHere])).toEqual([
      ['m:1', true],
      ['a:3', false],
      ['z:9', false],
    ]);
  });

  test('says how long a process was not heard of, and drops it after ten seconds', () => {
    const board = new ProcessBoard('m:1');
    board.note(figures('gone:1'), 0);
    expect(board.view(9_000)[0]?.silentFor).toBe(9_000);
    expect(board.view(10_000)).toHaveLength(1);
    expect(board.view(10_001)).toEqual([]);
  });

  test('keeps a point every two seconds, for two minutes', () => {
    const board = new ProcessBoard('m:1');
    for (let second = 0; second < 300; second++) board.note(figures('m:1', second), second * 1_000);
    const [view] = board.view(299_000);
    expect(view?.open).toBe(299);
    expect(view?.history.open).toHaveLength(60);
    expect(view?.history.open.at(-1)).toBe(298);
    expect(view?.history.open.at(-2)).toBe(296);
    expect(view?.history.publishToWrite.at(-1)).toBe(9);
  });

  test('has room for as many processes as there can be, and not for a flood of made-up ones', () => {
    const board = new ProcessBoard('m:1');
    for (let i = 0; i < 5_000; i++) board.note(figures(`made-up:${i}`), 0);
    expect(board.view(0)).toHaveLength(200);
  });
});

describe('the sampler', () => {
  test('counts what happened in the minute before, and passes its own contract', () => {
    let now = Date.parse('2026-11-20T09:00:00.000Z');
    pullFrom({ room: () => ({ open: 5, revision: 3, redis: 'off' }) });
    const room = liveMetrics();
    const sampler = new ProcessSampler(() => now);
    expect(sampler.sample()).toMatchObject({ open: 5, opened: 0, publishToWrite: null, revision: 3 });
    room.opened();
    room.opened();
    room.eventSent('change');
    room.eventSent('heartbeat');
    for (let i = 1; i <= 100; i++) room.publishToWrite(i / 1000);
    now += 30_000;
    const sample = sampler.sample();
    expect(sample).toMatchObject({ opened: 2, events: 1, publishToWrite: { p50: 50, p99: 99 } });
    expect(processFigures.parse(sample)).toEqual(sample);
    now += 60_000;
    expect(sampler.sample()).toMatchObject({ opened: 0, events: 0 });
  });
});
