import { describe, expect, test } from 'vitest';
import { liveObserver, observeLive } from '@/lib/live/live-observer';
import { liveMetrics, pullFrom, scrape } from '@/lib/metrics';
import { readExposition } from '../../support/exposition';

const read = async () => readExposition((await scrape()).text);

describe('what the live room tells', () => {
  test('is counted under its reason or kind', async () => {
    observeLive(liveMetrics());
    const room = liveObserver();
    room.opened();
    room.opened();
    room.closed('left');
    room.closed('slow');
    room.closed('stuck');
    room.rejected('address');
    room.resumed('replay');
    room.eventSent('change');
    room.eventSent('heartbeat');
    room.fanOut(0.02, 500);
    room.written(1500, 'identity');
    room.written(300, 'gzip');
    room.skippedAhead();
    room.malformed();
    room.resynced();

    const { value } = await read();
    expect(value('signalbox_stream_opened_total')).toBe(2);
    expect(value('signalbox_stream_closed_total', { reason: 'left' })).toBe(1);
    expect(value('signalbox_stream_closed_total')).toBe(3);
    expect(value('signalbox_stream_slow_cuts_total')).toBe(2);
    expect(value('signalbox_stream_rejected_total', { reason: 'address' })).toBe(1);
    expect(value('signalbox_stream_rejected_total', { reason: 'full' })).toBe(0);
    expect(value('signalbox_stream_resumes_total', { kind: 'replay' })).toBe(1);
    expect(value('signalbox_stream_events_total', { kind: 'change' })).toBe(1);
    expect(value('signalbox_stream_fan_out_seconds_count')).toBe(1);
    expect(value('signalbox_stream_written_bytes_total', { encoding: 'gzip' })).toBe(300);
    expect(value('signalbox_stream_skipped_ahead_total')).toBe(1);
    expect(value('signalbox_bus_malformed_total')).toBe(1);
    expect(value('signalbox_stream_resyncs_total')).toBe(1);
  });

  test('counts a change that seems to come from the future as at once, and keeps the latest 256', () => {
    const { publishToWrite, recentWrites } = liveMetrics();
    publishToWrite(-3);
    expect(recentWrites).toEqual([0]);
    for (let i = 1; i <= 300; i++) publishToWrite(i);
    expect(recentWrites).toHaveLength(256);
    expect(recentWrites.at(-1)).toBe(300);
  });
});

describe('what is asked at each scrape', () => {
  test('is what the room and the pool say then', async () => {
    const room = { open: 7, revision: 42, redis: 'up' as const };
    pullFrom({
      room: () => room,
      queuedBytes: () => 512,
      pool: () => ({ total: 3, idle: 1, waiting: 2 }),
      publishQueue: () => 4,
    });
    const { value } = await read();
    expect(value('signalbox_stream_open')).toBe(7);
    expect(value('signalbox_stream_queued_bytes')).toBe(512);
    expect(value('signalbox_revision')).toBe(42);
    expect(value('signalbox_redis_up')).toBe(1);
    expect(value('signalbox_postgres_pool_connections')).toBe(3);
    expect(value('signalbox_postgres_pool_idle_connections')).toBe(1);
    expect(value('signalbox_postgres_pool_waiting')).toBe(2);
    expect(value('signalbox_publish_queue')).toBe(4);
  });

  test('says nothing of a Redis that nobody has set', async () => {
    const room = { open: 0, revision: 1 };
    pullFrom({ room: () => ({ ...room, redis: 'down' }) });
    expect((await read()).value('signalbox_redis_up')).toBe(0);
    pullFrom({ room: () => ({ ...room, redis: 'off' }) });
    expect((await read()).value('signalbox_redis_up')).toBeUndefined();
  });
});
