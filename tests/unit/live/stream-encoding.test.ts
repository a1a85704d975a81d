import { constants, createGunzip, gunzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsGzip } from '@/lib/live/accepts-gzip';
import { Frame } from '@/lib/live/frame';
import { newEncoder } from '@/lib/live/stream-encoder';

const short = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
/** As states are: long, and much like each other. */
const long = fc.tuple(short, fc.nat(400)).map(([words, times]) => `data: ${words.repeat(times)}\n\n`);
const texts = fc.array(fc.oneof(short, long), { minLength: 1 });
const state = (word: string) =>
  new Frame(`data: ${Array.from({ length: 40 }, (_, i) => `{"name":"${i * 7919}"}`)}${word}\n\n`);
const ping = () => new Frame(': heartbeat\n\n');

function textOf(bytes: Uint8Array[]): string {
  return gunzipSync(Buffer.concat(bytes), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

describe('a gzip stream', () => {
  it('is whole, whatever its frames', () => {
    fc.assert(
      fc.property(texts, fc.string(), (frames, last) => {
        const encoder = newEncoder('gzip');
        const bytes = frames.map((text) => encoder.encode(new Frame(text)));
        const whole = Buffer.concat([...bytes, encoder.finish(new Frame(last))]);
        expect(gunzipSync(whole).toString()).toBe(frames.join('') + last);
      }),
    );
  });

  it('begins with a deflated frame that all new readers share', () => {
    const frame = new Frame(`data: ${'status '.repeat(400)}\n\n`);
    const [first, second] = [newEncoder('gzip'), newEncoder('gzip')];
    second.encode(new Frame('retry: 2000\n: connected\n\n'));
    first.encode(new Frame(': connected\n\n'));
    const bytes = first.encode(frame);
    expect(second.encode(frame)).toBe(bytes);
    expect(bytes.length).toBeLessThan(frame.plain.length / 5);
    expect(inflateRawSync(Buffer.concat([bytes, Buffer.from([3, 0])])).toString()).toBe(frame.text);
  });

  it('tells a state by what differs from the one before, in the same bytes for all who had that', () => {
    const [before, after] = [state('before'), state('after')];
    const led = new Frame(`event: incident.updated\ndata: {}\n\n${before.text}`, { frame: before, since: 0 });
    const readers = [before, led].map((past) => {
      const encoder = newEncoder('gzip');
      const past3 = [ping(), past, ping()].map((frame) => encoder.encode(frame));
      return { past: past3, news: encoder.encode(after) };
    });
    const [first, second] = readers;
    expect(first?.news).toBe(second?.news);
    expect(first?.news.length).toBeLessThan(40);
    for (const { past, news } of readers) expect(textOf([...past, news]).endsWith(after.text)).toBe(true);
  });

  it('is whole for readers with ever so many pasts', () => {
    const [before, after] = [state('before'), state('after')];
    for (let pings = 0; pings < 40; pings += 1) {
      const encoder = newEncoder('gzip');
      const frames = [before, ...Array.from({ length: pings }, ping), after];
      const text = textOf(frames.map((frame) => encoder.encode(frame)));
      expect(text).toBe(frames.map((frame) => frame.text).join(''));
    }
  });

  it('is whole where the past is further back than deflate refers', () => {
    const encoder = newEncoder('gzip');
    const frames = [state('before'), ...Array.from({ length: 3_000 }, ping), state('after')];
    const text = textOf(frames.map((frame) => encoder.encode(frame)));
    expect(text).toBe(frames.map((frame) => frame.text).join(''));
  });

  it('can be read as far as it came, frame by frame', async () => {
    const gunzip = createGunzip();
    let heard = '';
    gunzip.on('data', (chunk) => (heard += chunk));
    const encoder = newEncoder('gzip');
    let said = '';
    for (const text of [
      'retry: 2000\n: connected\n\n',
      `data: ${'x'.repeat(3_000)}\n\n`,
      ': heartbeat\n\n',
    ]) {
      said += text;
      await new Promise<void>((resolve) => gunzip.write(encoder.encode(new Frame(text)), () => resolve()));
      expect(heard).toBe(said);
    }
  });
});

describe('who accepts gzip', () => {
  it.each([
    ['gzip', true],
    ['gzip, deflate, br, zstd', true],
    ['br;q=1.0, GZIP;q=0.5', true],
    ['x-gzip', true],
    ['gzip;q=0', false],
    ['gzip; q=0.000', false],
    ['br', false],
    ['*', false],
    ['identity', false],
    ['', false],
    [null, false],
  ])('%s: %s', (header, expected) => expect(acceptsGzip(header)).toBe(expected));
});
