/** Stands in for EventSource: the tests say what the server would. */
export class FakeSource extends EventTarget {
  static all: FakeSource[] = [];
  isClosed = false;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }

  static get last(): FakeSource {
    const last = FakeSource.all.at(-1);
    if (!last) throw new Error('No stream was opened.');
    return last;
  }

  say(name: string, message: unknown): void {
    this.sayRaw(name, JSON.stringify(message));
  }

  sayRaw(name: string, data: string): void {
    if (!this.isClosed) this.dispatchEvent(new MessageEvent(name, { data }));
  }

  /** The server refuses, or the connection breaks. */
  fail(): void {
    this.onerror?.();
  }

  close(): void {
    this.isClosed = true;
  }
}
