import { once } from 'node:events';
import { constants, createGzip, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BlockInflater } from '@/tests/bench/load/block-inflater';

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const blockOf = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH });

test.each([1, 3, 1000])('decodes blocks that refer to nothing before them, %i bytes at a time', (size) => {
  const texts = [
    ': connected\n\n',
    'data: the same again and again\n\n',
    'data: the same again and again\n\n',
  ];
  const stream = Buffer.concat([header, ...texts.map(blockOf)]);
  let plain = '';
  const inflater = new BlockInflater((bytes) => (plain += bytes.toString()));
  for (let at = 0; at < stream.length; at += size) inflater.feed(stream.subarray(at, at + size));
  expect(plain).toBe(texts.join(''));
});

test('does not pretend to read a stream whose blocks refer to earlier ones', async () => {
  const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
  const line = `data: ${'a long line that comes twice '.repeat(4)}\n\n`;
  const inflater = new BlockInflater(() => {});
  gzip.write(line);
  inflater.feed((await once(gzip, 'data'))[0]);
  gzip.write(line);
  const [second] = await once(gzip, 'data');
  expect(() => inflater.feed(second)).toThrow();
});
