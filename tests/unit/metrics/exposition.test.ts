import { expect, test } from 'vitest';
import { beginPublish, liveMetrics, requestDone, scrape, snapshotBuilt, snapshotServed } from '@/lib/metrics';
import { readExposition } from '../../support/exposition';

test('names, types and words are as Prometheus wants them', async () => {
  const { text, contentType } = await scrape();
  expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
  const { families } = readExposition(text);
  expect(families.length).toBeGreaterThan(25);
  const names = families.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, help, type } of families) {
    expect(name).toMatch(/^signalbox_[a-z_]+$/);
    expect(help, name).toMatch(/^\S.{15,}\.$/);
    expect(name.endsWith('_total'), `${name} is a ${type}`).toBe(type === 'COUNTER');
    // Base units: seconds and bytes.
    expect(name).not.toMatch(/_(ms|millis|milliseconds|minutes|kb|kilobytes|mb|percent)(_|$)/);
    if (type === 'HISTOGRAM') expect(name).toMatch(/_seconds$/);
  }
});

test('what never happened is there, at 0', async () => {
  const { value } = readExposition((await scrape()).text);
  for (const reason of ['left', 'stuck', 'shutdown', 'max-age', 'slow'])
    expect(value('signalbox_stream_closed_total', { reason })).toBe(0);
  expect(value('signalbox_publishes_total', { outcome: 'committed' })).toBe(0);
  expect(value('signalbox_snapshot_requests_total', { source: 'memory' })).toBe(0);
});

test('a label a caller made up does not break the format', async () => {
  liveMetrics().closed('a "quote", a \\ and a\nline');
  requestDone({ route: '/', method: 'BREW', status: 405, seconds: 0.01 });
  const { value } = readExposition((await scrape()).text);
  expect(value('signalbox_stream_closed_total')).toBe(1);
  expect(value('signalbox_http_requests_total', { method: 'other', status: '405' })).toBe(1);
});

test('a stream counts as a request and not as a slow one', async () => {
  const request = { route: '/api/admin/live', method: 'GET', status: 200 };
  requestDone({ ...request, seconds: null });
  requestDone({ ...request, status: 401, seconds: 0.002 });
  const { value } = readExposition((await scrape()).text);
  expect(value('signalbox_http_requests_total', { route: '/api/admin/live' })).toBe(2);
  expect(value('signalbox_http_request_duration_seconds_count', { route: '/api/admin/live' })).toBe(1);
});

test('publishes and snapshots are counted by how they ended and where they came from', async () => {
  const publish = beginPublish();
  publish.turnBegins();
  publish.ended('committed');
  beginPublish().ended('unavailable');
  snapshotServed('built');
  snapshotBuilt(0.004);
  snapshotServed('shared');
  const { value } = readExposition((await scrape()).text);
  expect(value('signalbox_publishes_total')).toBe(2);
  expect(value('signalbox_publish_queue_wait_seconds_count')).toBe(1);
  expect(value('signalbox_publish_commit_seconds_count')).toBe(1);
  expect(value('signalbox_snapshot_requests_total', { source: 'shared' })).toBe(1);
  expect(value('signalbox_snapshot_build_seconds_count')).toBe(1);
});
