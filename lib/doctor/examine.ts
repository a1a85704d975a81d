import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Handshake, shakeHands } from './certificate';
import type { Deadline } from './deadline';
import { type Exchange, headerOf, nowMs } from './exchange';
import { askOverKeptConnections, type KeptAnswer } from './kept-connection';
import { rawHead } from './raw-head';
import { followRedirect, type Redirect } from './redirects';
import { askShortQuestions, type ShortAnswers } from './short-questions';
import { streamPath, type Target } from './target';
import { type Attending, attend, type Visitor } from './visitor';

/** All that one address showed. What is judged later is only looked up here. */
export type Examined = ShortAnswers & {
  /** Where redirects led. */
  target: Target;
  redirects: Redirect[];
  /** Null without TLS. */
  handshake: Handshake | null;
  /** A browser, which accepts compression, over HTTP/2 where it is offered. */
  first: Visitor;
  /** A visitor who comes a second later and accepts no compression, over HTTP/1.1. */
  second: Visitor;
  kept: KeptAnswer[];
  /** The lines of a head that Node's parser refused. */
  rawHead: string[];
  /** When we left, on the clock of the exchanges. */
  leftAtMs: number;
  /** The longest this process itself was held up, and measured nothing. */
  ownLagMs: number;
};

const patienceMs = 3_000;
const browserEncodings = 'gzip, deflate, br';

/** Examines one address until the deadline, or until three heartbeats were heard. Opens 12 connections at most. */
export async function examine(
  asked: Target,
  deadline: Deadline,
  tell: (words: string) => void,
): Promise<Examined> {
  const { target, redirects, handshake, opened: one } = await openFollowing(asked, deadline);
  const { origin } = target;
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();

  tell('asking short questions');
  const keeping = askOverKeptConnections(target, deadline);
  await deadline.atMost(Math.max(0, one.visitor.exchange.askedAtMs + patienceMs - nowMs()), one.greeted);
  // Not at the same moment: a hop that shares one answer between visitors would look innocent.
  await deadline.pause(1_000);
  const { signal } = deadline;
  const two = attend(target, { headers: { Origin: origin, 'Accept-Encoding': 'identity' }, signal });
  const [short, raw] = await Promise.all([
    askShortQuestions(target, deadline),
    one.visitor.exchange.failure?.code.startsWith('HPE_')
      ? rawHead(target, streamPath, { Origin: origin }, deadline)
      : [],
  ]);
  tell('listening for heartbeats');
  const isHopeless = one.visitor.exchange.closedAtMs !== null && two.visitor.exchange.closedAtMs !== null;
  if (!isHopeless) await Promise.race([Promise.all([one.heardEnough, two.heardEnough]), deadline.passed]);
  const leftAtMs = nowMs();
  lag.disable();
  one.leave();
  two.leave();
  const kept = await keeping;
  const seen = { target, redirects, first: one.visitor, second: two.visitor, kept, rawHead: raw };
  return { ...short, ...seen, handshake, leftAtMs, ownLagMs: lag.max / 1e6 };
}

type Followed = { target: Target; redirects: Redirect[]; handshake: Handshake | null; opened: Attending };

/** Opens the stream as a browser does, following redirects to other origins of the same stream. */
async function openFollowing(asked: Target, deadline: Deadline): Promise<Followed> {
  const redirects: Redirect[] = [];
  for (let target = asked; ; ) {
    const handshake = target.base.protocol === 'https:' ? await shakeHands(target, deadline) : null;
    const headers = { Origin: target.origin, 'Accept-Encoding': browserEncodings };
    const overHttp2 = handshake?.alpn === 'h2';
    const opened = attend(target, { headers, overHttp2, signal: deadline.signal });
    await deadline.atMost(patienceMs, opened.answered);
    const redirect = redirectOf(opened.visitor.exchange, target);
    if (redirect) redirects.push(redirect);
    const next = redirect && redirects.length <= 3 ? followRedirect(redirect, target) : null;
    if (!next) return { target, redirects, handshake, opened };
    opened.leave();
    target = next;
  }
}

function redirectOf(exchange: Exchange, { base }: Target): Redirect | null {
  const { status } = exchange;
  const location = headerOf(exchange, 'location');
  if (status === null || status < 300 || status > 399 || location === null) return null;
  const from = new URL(streamPath, base);
  return URL.canParse(location, from) ? { status, from, to: new URL(location, from) } : null;
}
