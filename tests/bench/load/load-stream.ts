import { connect, type Socket } from 'node:net';
import { BlockInflater } from './block-inflater';
import { EventReader, type StreamBlock } from './event-reader';
import { type AnswerHead, WireReader } from './wire-reader';

/** What to open: a port of 127.0.0.1, a path and the request's headers. */
export type Target = { port: number; path: string; headers: Record<string, string> };

export type Listener = {
  onHead?(head: AnswerHead): void;
  onBlock(block: StreamBlock, stream: LoadStream): void;
  onClose(stream: LoadStream): void;
};

/** Linux reads into it and calls back at once, so one is enough for all sockets of the process. */
const shared = Buffer.allocUnsafe(256 * 1024);

/** How many source addresses there are: each has its own ports, and none meets another's closed connections. */
const sources = 16;
let opened = 0;

/** One open stream over a bare socket. */
export class LoadStream {
  /** Off the wire, the answer's head and all framing included. */
  bytes = 0;
  private readonly socket: Socket;
  private readonly reader: WireReader;

  constructor(target: Target, listener: Listener) {
    const events = new EventReader((block) => listener.onBlock(block, this));
    let toEvents = (bytes: Buffer) => events.feed(bytes);
    this.reader = new WireReader(
      (head) => {
        if (head.headers['content-encoding'] === 'gzip') {
          const inflater = new BlockInflater((bytes) => events.feed(bytes));
          toEvents = (bytes) => inflater.feed(bytes);
        }
        listener.onHead?.(head);
      },
      (bytes) => toEvents(bytes),
      // The connection would be kept for another request; a reader of events has none.
      () => this.close(),
    );
    this.socket = connect({
      host: '127.0.0.1',
      port: target.port,
      localAddress: `127.0.0.${2 + (opened++ % sources)}`,
      onread: {
        buffer: shared,
        callback: (size) => {
          this.bytes += size;
          this.reader.feed(shared.subarray(0, size));
          return true;
        },
      },
    });
    this.socket.on('error', () => {});
    this.socket.on('close', () => listener.onClose(this));
    this.socket.write(requestText(target));
  }

  close(): void {
    this.socket.destroy();
  }
}

/** A GET as it goes over the wire. */
export function requestText({ port, path, headers }: Target): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\n${lines.join('')}\r\n`;
}
