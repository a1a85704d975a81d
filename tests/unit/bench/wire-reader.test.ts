import { createParser } from 'eventsource-parser';
import { describe, expect, test } from 'vitest';
import { EventReader, type StreamBlock } from '@/tests/bench/load/event-reader';
import { WireReader } from '@/tests/bench/load/wire-reader';

const body = [
  'retry: 2500\n: connected\n\n',
  'id: 7\ndata: {"statusLabel":"operational","revision":7}\n\n',
  'event: incident.updated\ndata: {"revision":8}\n\nid: 8\ndata: one\ndata: two\n\n',
  ': heartbeat\n\nevent: ping\ndata:{"revision":8}\n\n',
];
const chunk = (text: string) => `${text.length.toString(16)};name=value\r\n${text}\r\n`;
const wire = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nVary: Origin\r\nVary: Sec-Fetch-Site\r\n' +
    `Transfer-Encoding: chunked\r\n\r\n${body.map(chunk).join('')}0\r\n\r\n`,
);

/** Reads the wire's bytes in pieces of this size. */
function readInPieces(size: number) {
  let text = '';
  let ends = 0;
  const reader = new WireReader(
    () => {},
    (bytes) => (text += bytes.toString('latin1')),
    () => ends++,
  );
  for (let at = 0; at < wire.length; at += size) reader.feed(wire.subarray(at, at + size));
  return { head: reader.head, text, ends };
}

/** Reads a stream's text in pieces of this size. */
function blocksOf(text: string, size: number): StreamBlock[] {
  const blocks: StreamBlock[] = [];
  const reader = new EventReader((block) => blocks.push(block));
  for (let at = 0; at < text.length; at += size) reader.feed(Buffer.from(text.slice(at, at + size)));
  return blocks;
}

describe('the reader of the wire', () => {
  test.each([1, 2, 3, 7, 64, wire.length])('takes the body out of its chunks, %i bytes at a time', (size) => {
    const { head, text, ends } = readInPieces(size);
    expect(head).toEqual({
      status: 200,
      headers: {
        'content-type': 'text/event-stream',
        vary: 'Origin, Sec-Fetch-Site',
        'transfer-encoding': 'chunked',
      },
    });
    expect(text).toBe(body.join(''));
    expect(ends).toBe(1);
  });

  test('passes on a body that has no chunks', () => {
    let text = '';
    const reader = new WireReader(
      () => {},
      (bytes) => (text += bytes.toString('latin1')),
      () => {},
    );
    for (const piece of ['HTTP/1.1 200 OK\r\nA: b\r', '\n\r\ndata: ', 'x\n\n'])
      reader.feed(Buffer.from(piece));
    expect(text).toBe('data: x\n\n');
  });
});

describe('the reader of events', () => {
  test.each([1, 2, 5, 1000])('reads what a known parser reads, %i bytes at a time', (size) => {
    const known: object[] = [];
    const parser = createParser({
      onEvent: ({ event = 'message', id = null, data }) => known.push({ event, id, data }),
    });
    parser.feed(body.join(''));
    const events = blocksOf(body.join(''), size).filter(({ data }) => data !== null);
    expect(events.map(({ event, id, data }) => ({ event, id, data }))).toEqual(known);
  });

  test('tells of the wait the server asks for, and of comments', () => {
    expect(blocksOf(body.join(''), 1000).filter(({ data }) => data === null)).toEqual([
      { event: 'message', id: null, retryMs: 2500, data: null },
      { event: 'message', id: null, retryMs: null, data: null },
    ]);
  });
});
