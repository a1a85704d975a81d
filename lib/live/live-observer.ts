import { singleton } from '@/lib/singleton';
import type { DoneReason } from './frames';

/** Why a stream ended: the reader went, the server sent it away, or it took nothing more and was cut off. */
export type CloseReason = 'left' | 'stuck' | DoneReason;

/** Why a stream was not opened. `unknown`: nothing to show yet; `address` and `full`: a cap was reached. */
export type RejectReason = 'forbidden' | 'method' | 'draining' | 'unknown' | 'address' | 'full';

/** How a stream began: the state to someone new, nothing, what was missed, or everything afresh. */
export type ResumeKind = 'new' | 'current' | 'replay' | 'reset';

/** How the bytes of a stream are encoded. */
export type StreamEncoding = 'identity' | 'gzip';

/** What happens in the live room, told to whoever counts. Called often: must be quick, and never throw. */
export type LiveObserver = {
  opened(): void;
  closed(reason: CloseReason): void;
  rejected(reason: RejectReason): void;
  resumed(kind: ResumeKind): void;
  /** A frame of this kind goes to everyone: a change, a state alone, someone else's message, a heartbeat. */
  eventSent(kind: 'change' | 'state' | 'outside' | 'heartbeat'): void;
  /** One frame was handed to `sessions` readers within `seconds`, pauses for others included. */
  fanOut(seconds: number, sessions: number): void;
  /** Between a change's time in the event log and its bytes at the last reader of this process. */
  publishToWrite(seconds: number): void;
  written(bytes: number, encoding: StreamEncoding): void;
  /** A reader so far behind that it gets the latest state alone; it stays. */
  skippedAhead(): void;
  /** A message on the bus that could not be read. */
  malformed(): void;
  /** The hub read the log because it had missed something. */
  resynced(): void;
};

const silent: LiveObserver = {
  opened() {},
  closed() {},
  rejected() {},
  resumed() {},
  eventSent() {},
  fanOut() {},
  publishToWrite() {},
  written() {},
  skippedAhead() {},
  malformed() {},
  resynced() {},
};

const holder = singleton('live-observer', () => ({ observer: silent }));

/** Tells `observer` of all that happens from now on in this process, in place of whoever was told before. */
export function observeLive(observer: LiveObserver): void {
  holder.observer = observer;
}

/** Whoever counts at present. */
export function liveObserver(): LiveObserver {
  return holder.observer;
}
