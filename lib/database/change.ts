import pLimit from 'p-limit';
import type { LiveEventName, LiveEventPayload } from '@/lib/contracts/live-event';
import type { Actor } from '@/lib/domain/actor';
import { log } from '@/lib/log';
import { beginPublish, pullFrom } from '@/lib/metrics';
import { singleton } from '@/lib/singleton';
import { type AuditNote, writeAudit } from './audit-log';
import { database, type Transaction } from './client';
import { appendEvent, takeRevision } from './event-log';
import { pageRepository } from './page-repository';
import { isUnavailable, orUnavailable, Unavailable } from './unavailable';

/** How long a publish waits for a connection, and how long it may take with the wait for other processes' turns. */
const waits = { maxWait: 5_000, timeout: 15_000 };
/** A publish that has waited this long behind others is refused: its author should hear so, not wonder. */
const longestQueueMs = 20_000;

/** What a change hands back: its result, the news for visitors, and the note for the audit log. */
export type Change<T> = {
  result: T;
  news: { name: LiveEventName; payload: LiveEventPayload };
  audit: AuditNote;
};

/** The turn a change is made in: its transaction, the revision it will be known by, and its time. */
export type Turn = { tx: Transaction; revision: number; at: Date };

type Listener = (revision: number) => Promise<void>;
const listeners = () => singleton('committed-listeners', () => new Set<Listener>());

/**
 * The publishes of one process go one after another. In Postgres they would wait for each other all the same,
 * each with a connection that a reader could use.
 */
const inTurn = () =>
  singleton('publish-turns', () => {
    const turns = pLimit(1);
    pullFrom({ publishQueue: () => turns.pendingCount });
    return turns;
  });

/** Calls `listener` after each change committed in this process, and holds the answer until it has settled. */
export function onCommitted(listener: Listener): void {
  listeners().add(listener);
}

/**
 * The one path of every publish. The change, its news and its audit note are committed together or not at
 * all; then the live room is told. Throws what `make` throws (nothing is saved), or Unavailable.
 */
export async function commitChange<T>(actor: Actor, make: (turn: Turn) => Promise<Change<T>>): Promise<T> {
  const askedAt = performance.now();
  const measured = beginPublish();
  const turn = inTurn()(() => {
    measured.turnBegins();
    if (performance.now() - askedAt > longestQueueMs) throw new Unavailable();
    return orUnavailable(() => database().$transaction((tx) => commit(tx, actor, make), waits));
  });
  const { result, revision } = await turn.catch((error: unknown) => {
    measured.ended(isUnavailable(error) ? 'unavailable' : 'refused');
    throw error;
  });
  measured.ended('committed');
  await tellListeners(revision);
  return result;
}

async function commit<T>(tx: Transaction, actor: Actor, make: (turn: Turn) => Promise<Change<T>>) {
  const revision = await takeRevision(tx);
  // The time is taken once it is our turn, so that times rise with revisions.
  const at = new Date();
  const { result, news, audit } = await make({ tx, revision, at });
  await appendEvent(tx, { revision, at: at.toISOString(), ...news });
  await pageRepository.touch(tx, at);
  await writeAudit(tx, actor, audit, at);
  return { result, revision };
}

async function tellListeners(revision: number): Promise<void> {
  const outcomes = await Promise.allSettled([...listeners()].map((listener) => listener(revision)));
  for (const outcome of outcomes) {
    // It is saved, and every process compares revisions with the database: news late is not news lost.
    if (outcome.status === 'rejected')
      log.error({ err: outcome.reason, revision }, 'the news could not be passed on');
  }
}
