/** The head of an answer; header names in lower case. */
export type AnswerHead = { status: number; headers: Record<string, string> };

/**
 * Reads one HTTP/1.1 answer as it comes off the wire, in pieces of any size: its head, then the body without its
 * chunks' framing. Small on purpose: fifteen thousand of them live in one process.
 */
export class WireReader {
  head: AnswerHead | null = null;
  private headText = '';
  private isChunked = false;
  private place: 'size' | 'extension' | 'content' | 'end of chunk' | 'end' = 'size';
  private left = 0;

  /** `onBody` gets views into the bytes fed; they hold only during the call. */
  constructor(
    private readonly onHead: (head: AnswerHead) => void,
    private readonly onBody: (bytes: Buffer) => void,
    private readonly onEnd: () => void,
  ) {}

  feed(bytes: Buffer): void {
    const body = this.head ? bytes : this.readHead(bytes);
    if (body.length === 0) return;
    if (this.isChunked) this.readChunks(body);
    else this.onBody(body);
  }

  /** Answers what follows the head. */
  private readHead(bytes: Buffer): Buffer {
    const before = this.headText.length;
    this.headText += bytes.toString('latin1');
    const end = this.headText.indexOf('\r\n\r\n');
    if (end < 0) return bytes.subarray(bytes.length);
    this.head = toHead(this.headText.slice(0, end));
    this.headText = '';
    this.isChunked = this.head.headers['transfer-encoding'] === 'chunked';
    this.onHead(this.head);
    return bytes.subarray(end + 4 - before);
  }

  private readChunks(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.place === 'end') return;
      if (this.place === 'content') {
        const take = Math.min(this.left, bytes.length - at);
        this.onBody(take === bytes.length ? bytes : bytes.subarray(at, at + take));
        at += take;
        this.left -= take;
        if (this.left === 0) this.place = 'end of chunk';
        continue;
      }
      this.readFraming(bytes[at++] ?? 0);
    }
  }

  private readFraming(byte: number): void {
    const isLineEnd = byte === 10;
    if (this.place === 'end of chunk') {
      if (isLineEnd) this.place = 'size';
    } else if (isLineEnd) {
      this.place = this.left === 0 ? 'end' : 'content';
      if (this.place === 'end') this.onEnd();
    } else if (this.place === 'size' && byte !== 13) {
      const digit = Number.parseInt(String.fromCharCode(byte), 16);
      if (Number.isNaN(digit)) this.place = 'extension';
      else this.left = this.left * 16 + digit;
    }
  }
}

function toHead(text: string): AnswerHead {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return { status: Number(statusLine.split(' ')[1]), headers };
}
