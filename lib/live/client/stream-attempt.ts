import type { LiveEventName } from '@/lib/contracts/live-event';
import { isFields } from './field-readers';
import type { Heartbeat } from './heartbeat';
import type { EventSourceLike, StreamPorts, Timer } from './ports';

// The named events that tell what no later state repeats; the state itself follows every one of them.
const changeNames = ['incident.updated', 'incident.resolved', 'incident.removed'] satisfies LiveEventName[];

const closed = 2;
const silenceMs = 5_000;

export type AttemptEnd =
  | { why: 'done'; retryMs: number }
  /** `isRefused`: the browser gave up by itself, as it does on a wrong status or content type. */
  /** `isMute`: it died without having said a word. */
  | { why: 'error'; isRefused: boolean; isMute: boolean };

export type AttemptListeners = {
  opened(): void;
  heard(): void;
  /** `eventId` is null for a message that brought no id of its own. */
  state(message: unknown, eventId: string | null): void;
  change(name: (typeof changeNames)[number], message: unknown): void;
  ping(revision: number | null): void;
  /** Five seconds passed without a word, before or after opening. */
  silent(isOpen: boolean): void;
  /** Called once; nothing follows it. */
  ended(end: AttemptEnd): void;
};

/** Opens one EventSource and watches over it until it ends. Returns how to end it early, without a word. */
export function openStreamAttempt(
  ports: StreamPorts,
  url: string,
  heartbeat: Heartbeat,
  listeners: AttemptListeners,
): () => void {
  let source: EventSourceLike | null = null;
  let isOpen = false;
  let isMute = true;
  let lastId = '';
  let watchdog: Timer = null;
  let silence: Timer = null;

  const close = () => {
    ports.clearTimeout(silence);
    ports.clearTimeout(watchdog);
    source?.close();
    source = null;
  };
  const end = (how: AttemptEnd) => {
    close();
    listeners.ended(how);
  };
  const watch = () => {
    ports.clearTimeout(watchdog);
    watchdog = ports.setTimeout(() => end({ why: 'error', isRefused: false, isMute }), heartbeat.patienceMs);
  };
  const awaitWord = () => {
    ports.clearTimeout(silence);
    silence = ports.setTimeout(() => listeners.silent(isOpen), silenceMs);
  };
  const on = (name: string, listener: (event: MessageEvent) => void, isWord = true) => {
    source?.addEventListener(name, (event) => {
      if (!source) return;
      if (isWord) {
        isMute = false;
        ports.clearTimeout(silence);
        listeners.heard();
      }
      listener(event);
      if (source) watch();
    });
  };

  heartbeat.begin();
  watch();
  awaitWord();
  try {
    source = ports.openEventSource(url);
  } catch {
    // The caller holds nothing yet: let it return before it hears of the end.
    watchdog = ports.setTimeout(() => end({ why: 'error', isRefused: true, isMute: false }), 0);
    return close;
  }
  on(
    'open',
    () => {
      isOpen = true;
      awaitWord();
      listeners.opened();
    },
    false,
  );
  on('message', (event) => {
    // An EventSource repeats the last id on a message that has none.
    const id = event.lastEventId || '';
    const isOwn = id !== '' && id !== lastId;
    lastId = id;
    listeners.state(parsed(event), isOwn ? id : null);
  });
  for (const name of changeNames) on(name, (event) => listeners.change(name, parsed(event)));
  on('ping', (event) => {
    const message = parsed(event);
    heartbeat.ping(ports.now(), isFields(message) ? Date.parse(String(message.now)) : Number.NaN);
    listeners.ping(isFields(message) && typeof message.revision === 'number' ? message.revision : null);
  });
  on('done', (event) => {
    const message = parsed(event);
    const asked = isFields(message) ? Number(message.retryMs) : 0;
    end({ why: 'done', retryMs: Number.isFinite(asked) ? Math.min(Math.max(asked, 0), 300_000) : 0 });
  });
  source.addEventListener('error', () => {
    if (source) end({ why: 'error', isRefused: source.readyState === closed, isMute: false });
  });
  return close;
}

function parsed(event: MessageEvent): unknown {
  try {
    return JSON.parse(event.data);
  } catch {
    return null;
  }
}
