import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { percentile } from '../percentiles';
import { requestText, type Target } from './load-stream';
import { WireReader } from './wire-reader';

export type AskOrder = { target: Target; connections: number; seconds: number };
/** `rate` is in answers per second, `p99` in milliseconds; `status` is that of all answers, 0 where they differ. */
export type Asked = { answers: number; rate: number; p99: number; status: number; failed: number };

/** However fast a server is, the samples fit in memory. */
const mostAnswers = 2_000_000;

/** Asks for the same thing over and over, on so many connections at once, each waiting for its answer. */
export async function ask({ target, connections, seconds }: AskOrder): Promise<Asked> {
  const tally: Tally = { latencies: [], statuses: new Set(), failed: 0 };
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const request = Buffer.from(requestText(target));
  await Promise.all(
    Array.from(
      { length: connections },
      () => new Promise<void>((end) => new Asker(target.port, request, until, tally, end)),
    ),
  );
  const { latencies, statuses, failed } = tally;
  const [status = 0, another] = statuses;
  return {
    answers: latencies.length,
    rate: latencies.length / ((performance.now() - begun) / 1000),
    p99: percentile(latencies, 0.99),
    status: another === undefined ? status : 0,
    failed,
  };
}

type Tally = { latencies: number[]; statuses: Set<number>; failed: number };

/** One connection that is kept. It knows just enough of HTTP to tell where an answer ends. */
class Asker {
  private readonly socket: Socket;
  private askedAt = 0;
  private head: Buffer = Buffer.alloc(0);
  /** Bytes of the body that are still to come; null while the head is read. */
  private left: number | null = null;
  private chunks: WireReader | null = null;

  constructor(
    port: number,
    private readonly request: Buffer,
    private readonly until: number,
    private readonly tally: Tally,
    end: () => void,
  ) {
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.on('connect', () => this.ask());
    this.socket.on('data', (bytes) => this.read(bytes));
    this.socket.on('error', () => this.tally.failed++);
    this.socket.on('close', end);
  }

  private ask(): void {
    this.askedAt = performance.now();
    if (this.askedAt >= this.until || this.tally.latencies.length >= mostAnswers) this.socket.destroy();
    else this.socket.write(this.request);
  }

  private read(bytes: Buffer): void {
    if (this.chunks) this.chunks.feed(bytes);
    else if (this.left === null) this.readHead(bytes);
    else this.took(bytes.length);
  }

  private readHead(bytes: Buffer): void {
    // What ends a chunked body may come by itself.
    if (this.head.length === 0 && bytes.length === 2 && bytes[0] === 13) return;
    this.head = this.head.length === 0 ? bytes : Buffer.concat([this.head, bytes]);
    const end = this.head.indexOf('\r\n\r\n');
    if (end < 0) return;
    const text = this.head.toString('latin1', 0, end);
    const status = Number(text.slice(9, 12));
    this.tally.statuses.add(status);
    const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
    if (length === undefined && status !== 304) this.readChunks();
    else {
      this.left = status === 304 ? 0 : Number(length);
      this.took(this.head.length - end - 4);
    }
  }

  private took(bytes: number): void {
    this.left = (this.left ?? 0) - bytes;
    if (this.left <= 0) this.answered();
  }

  private readChunks(): void {
    this.chunks = new WireReader(
      () => {},
      () => {},
      () => this.answered(),
    );
    this.chunks.feed(this.head);
  }

  private answered(): void {
    this.tally.latencies.push(performance.now() - this.askedAt);
    this.head = Buffer.alloc(0);
    this.left = null;
    this.chunks = null;
    this.ask();
  }
}
