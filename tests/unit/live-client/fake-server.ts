import type { FakeEventSource } from './fake-browser';
import { now, stateAt } from './stream-in-browser';

/** A server of streams: each revision is the removal of the incident that is named after it. */
export class FakeServer {
  revision = 5;
  isUp = true;
  isAsked = true;
  private readonly open = new Set<FakeEventSource>();

  constructor() {
    const beat = () => {
      for (const source of this.listening)
        source.say('ping', { revision: this.revision, now: new Date().toISOString() });
      setTimeout(beat, 15_000);
    };
    setTimeout(beat, 15_000);
  }

  get listening(): FakeEventSource[] {
    return [...this.open].filter((source) => source.readyState !== 2);
  }

  connect(source: FakeEventSource): void {
    setTimeout(() => {
      if (source.readyState === 2) return;
      if (!this.isUp) return source.break();
      this.open.add(source);
      source.open();
      const from = new URL(source.url, 'http://page').searchParams.get('lastEventId');
      if (from === String(this.revision)) return;
      const isKnown = from !== null && Number(from) < this.revision;
      if (isKnown) for (let at = Number(from) + 1; at <= this.revision; at++) tell(source, at);
      source.say(
        'message',
        { ...stateAt(this.revision), ...(!isKnown && { reset: true }) },
        `${this.revision}`,
      );
    }, 5);
  }

  publish(): void {
    this.revision++;
    if (!this.isUp) return;
    for (const source of this.listening) {
      tell(source, this.revision);
      source.say('message', stateAt(this.revision), `${this.revision}`);
    }
  }

  goDown(): void {
    this.isUp = false;
    for (const source of this.listening) source.break();
    this.open.clear();
  }

  async answer(): Promise<Response> {
    if (!this.isUp) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(stateAt(this.revision)));
  }
}

function tell(source: FakeEventSource, revision: number): void {
  source.say('incident.removed', { revision, at: now, incident: { id: `removed-at-${revision}` } });
}
