import { describe, expect, it } from 'vitest';
import { changeText, doneText, heartbeatText, stateJson, stateText } from '@/lib/live/frames';
import { commentText, eventText, helloText, toBytes } from '@/lib/live/sse';
import { eventOf, stateOf } from './states';

describe('the bytes of the stream', () => {
  it('begins with when to come back and that it is open', () => {
    expect(helloText(2345)).toBe('retry: 2345\n: connected\n\n');
  });

  it('writes the state as an unnamed message whose id is the revision', () => {
    const state = stateOf(1042);
    expect(stateText(state)).toBe(`id: 1042\ndata: ${stateJson(state)}\n\n`);
    expect(stateJson(state)).toMatch(
      /^\{"statusLabel":"operational","services":\[.*\],"incidents":\[\],"maintenances":\[\],"revision":1042,"updatedAt":"[^"]+"\}$/,
    );
  });

  it('gives a stale state no id, and says since when', () => {
    const text = stateText({ ...stateOf(7), stale: true, staleSince: '2026-11-20T08:00:00.000Z' });
    expect(text).toMatch(/^data: \{.*"stale":true,"staleSince":"2026-11-20T08:00:00.000Z"\}\n\n$/);
  });

  it('tells a reader to forget what it had', () => {
    expect(stateText(stateOf(7), true)).toMatch(/^id: 7\ndata: \{.*"reset":true\}\n\n$/);
  });

  it('writes a change under its name, without an id', () => {
    expect(changeText(eventOf(3))).toBe(
      'event: page.updated\ndata: {"revision":3,"at":"2026-11-20T08:00:00.000Z","page":{"id":"p","name":"Page 3"}}\n\n',
    );
  });

  it('beats with a comment for proxies and a ping for clients', () => {
    expect(heartbeatText(9, new Date('2026-11-20T08:00:00Z'))).toBe(
      ': heartbeat\n\nevent: ping\ndata: {"revision":9,"now":"2026-11-20T08:00:00.000Z"}\n\n',
    );
  });

  it('ends with why and when to come back', () => {
    expect(doneText('shutdown', 3000)).toBe(
      'retry: 3000\nevent: done\ndata: {"reason":"shutdown","retryMs":3000}\n\n',
    );
  });

  it('keeps every kind of line break inside the data', () => {
    expect(eventText({ data: 'a\r\nb\rc\nd' })).toBe('data: a\ndata: b\ndata: c\ndata: d\n\n');
    expect(eventText({ data: '' })).toBe('data: \n\n');
  });

  it('refuses what would forge a field', () => {
    expect(() => eventText({ event: 'a\ndata: b', data: '' })).toThrow(TypeError);
    expect(() => eventText({ event: 'a\rb', data: '' })).toThrow(TypeError);
    expect(() => commentText('a\n\ndata: b')).toThrow(TypeError);
    for (const id of [1.5, -1, Number.NaN, 2 ** 60]) {
      expect(() => eventText({ id, data: '' })).toThrow(TypeError);
    }
  });

  it('is UTF-8', () => {
    expect([...toBytes('é✓')]).toEqual([0xc3, 0xa9, 0xe2, 0x9c, 0x93]);
  });
});
