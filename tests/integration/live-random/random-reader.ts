import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** How a reader opens a stream: with the id it brings, or none. */
export type Door = (lastEventId: string | null) => Promise<Response>;

/** What all readers of a schedule share: whether any was shown a stale state, which is shown again when it is clean. */
export type Seen = { stale: boolean };

// biome-ignore lint/suspicious/noExplicitAny: what a stream says is looked at field by field
type Json = any;

/** A reader as the contract describes it, which notes whatever breaks the contract. */
export class RandomReader {
  /** The last state's revision; null before the first. */
  revision: number | null = null;
  state: Json = null;
  problems: string[] = [];
  private body: ReadableStream<Uint8Array> | null = null;
  private abort: (() => void) | null = null;
  private changes: number[] = [];
  private wasStalled = false;
  private gate: Promise<void> = Promise.resolve();
  private open = () => {};

  constructor(private readonly seen: Seen) {}

  get isConnected(): boolean {
    return this.body !== null;
  }

  /** Leaves the stream it has, and opens another where it stopped. One that is refused stays without. */
  async connect(door: Door): Promise<void> {
    this.leave();
    const answer = await door(this.revision === null ? null : `${this.revision}`).catch(() => null);
    if (!answer?.body) return;
    if (!answer.ok) return answer.body.cancel();
    const { body } = answer;
    this.body = body;
    this.changes = [];
    this.wasStalled = false;
    const reader = body.getReader();
    this.abort = () => void reader.cancel().catch(() => {});
    void this.read(body, reader);
  }

  leave(): void {
    this.body = null;
    this.goOn();
    this.abort?.();
    this.abort = null;
  }

  /** Takes nothing more from the stream until it goes on. */
  stall(): void {
    if (!this.isConnected) return;
    this.wasStalled = true;
    this.goOn();
    this.gate = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  goOn(): void {
    this.open();
  }

  private async read(body: ReadableStream, reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    const parser = createParser({ onEvent: (event) => this.hear(event) });
    try {
      for (;;) {
        await this.gate;
        const { done, value } = await reader.read();
        await this.gate;
        if (done || this.body !== body) break;
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } catch {
      // The connection broke.
    }
    if (this.body === body) this.leave();
  }

  private hear({ event, id, data }: EventSourceMessage): void {
    const json: Json = JSON.parse(data);
    if (event?.includes('.')) this.changes.push(json.revision);
    if (event || json.revision === undefined) return;
    if (json.stale) this.seen.stale = true;
    else this.take(json, id);
  }

  private take(json: Json, id: string | undefined): void {
    const { revision, reset } = json;
    const from = this.revision;
    const told = this.changes.splice(0);
    if (id !== `${revision}`) this.note(`revision ${revision} came with the id ${id}`);
    if (reset) {
      // Ahead of a process that has not heard yet, or too slow to be told everything.
      if (from !== null && revision >= from && !this.wasStalled)
        this.note(`a reset from ${from} to ${revision}`);
    } else if (from !== null && (revision !== from || !this.seen.stale)) {
      if (revision <= from) this.note(`${revision} after ${from}`);
      const wanted = Array.from({ length: Math.max(0, revision - from) }, (_, i) => from + 1 + i);
      if (`${told}` !== `${wanted}`)
        this.note(`from ${from} to ${revision} it heard of ${told.join(', ')} alone`);
    }
    this.revision = revision;
    this.state = json;
  }

  private note(problem: string): void {
    this.problems.push(problem);
  }
}
