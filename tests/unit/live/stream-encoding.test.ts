import { createGunzip, gunzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsGzip } from '@/lib/live/accepts-gzip';
import { Frame } from '@/lib/live/frame';
import { newEncoder } from '@/lib/live/stream-encoder';

const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), { minLength: 1 });

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

  it('shares one deflated frame between all readers, which refers to nothing before it', () => {
    const frame = new Frame(`data: ${'status '.repeat(400)}\n\n`);
    const [first, second] = [newEncoder('gzip'), newEncoder('gzip')];
    second.encode(new Frame('retry: 2000\n: connected\n\n'));
    first.encode(new Frame(': connected\n\n'));
    const bytes = first.encode(frame);
    expect(second.encode(frame)).toBe(bytes);
    expect(bytes.length).toBeLessThan(frame.plain.length / 5);
    expect(inflateRawSync(Buffer.concat([bytes, Buffer.from([3, 0])])).toString()).toBe(frame.text);
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
