/** One block of an event stream. One without data (a comment, a lone `retry:`) is told of too. */
export type StreamBlock = { event: string; id: string | null; retryMs: number | null; data: string | null };

/**
 * Splits an event stream into blocks. It knows line feeds alone, as all servers of the bench end lines with them,
 * and gives text as Latin-1: one character per byte, because nobody here looks at anything but ASCII.
 */
export class EventReader {
  private rest = '';

  constructor(private readonly onBlock: (block: StreamBlock) => void) {}

  feed(bytes: Buffer): void {
    const text = this.rest + bytes.toString('latin1');
    let from = 0;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n', from)) {
      this.onBlock(toBlock(text, from, end));
      from = end + 2;
    }
    this.rest = from === text.length ? '' : text.slice(from);
  }
}

function toBlock(text: string, from: number, end: number): StreamBlock {
  const block: StreamBlock = { event: 'message', id: null, retryMs: null, data: null };
  for (let at = from; at < end; ) {
    const lineFeed = text.indexOf('\n', at);
    const lineEnd = lineFeed < 0 || lineFeed > end ? end : lineFeed;
    readLine(block, text.slice(at, lineEnd));
    at = lineEnd + 1;
  }
  return block;
}

function readLine(block: StreamBlock, line: string): void {
  const colon = line.indexOf(':');
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
  if (name === 'data') block.data = block.data === null ? value : `${block.data}\n${value}`;
  else if (name === 'event') block.event = value;
  else if (name === 'id') block.id = value;
  else if (name === 'retry' && /^\d+$/.test(value)) block.retryMs = Number(value);
}
