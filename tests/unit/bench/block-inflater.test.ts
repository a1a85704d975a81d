import { once } from 'node:events';
import { constants, createGzip, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BlockInflater } from '@/tests/bench/load/block-inflater';

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const blockOf = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH });

/** A block that holds its text as it is. */
function storedBlockOf(text: string): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(text.length, 1);
  head.writeUInt16LE(~text.length & 0xffff, 3);
  return Buffer.concat([head, Buffer.from(text)]);
}

test.each([1, 3, 1000])('decodes blocks that refer to nothing before them, %i bytes at a time', (size) => {
  const message = 'data: the same again and again\n\n';
  const blocks = [blockOf(message), storedBlockOf(': heartbeat\n\n'), blockOf(message), blockOf(message)];
  const lastBlock = Buffer.from([3, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const stream = Buffer.concat([header, storedBlockOf(': connected\n\n'), ...blocks, lastBlock]);
  const read: string[] = [];
  const inflater = new BlockInflater((bytes) => read.push(bytes.toString()));
  for (let at = 0; at < stream.length; at += size) inflater.feed(stream.subarray(at, at + size));
  expect(read).toEqual([': connected\n\n', message, ': heartbeat\n\n', message, message]);
});

test('decodes blocks that refer to the deflated one before them, and to no earlier one', async () => {
  const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
  const line = `data: ${'a long line that comes again '.repeat(4)}\n\n`;
  const other = 'data: 0123456789\n\n';
  const read: string[] = [];
  const inflater = new BlockInflater((bytes) => read.push(bytes.toString()));
  const pass = async (text: string) => {
    gzip.write(text);
    inflater.feed((await once(gzip, 'data'))[0]);
  };
  for (const text of [line, line, other]) await pass(text);
  expect(read).toEqual([line, line, other]);
  await expect(pass(line)).rejects.toThrow();
});
