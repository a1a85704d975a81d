import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Handshake, shakeHands } from './certificate';
import { type Exchange, headerOf, nowMs } from './exchange';
import { askOverKeptConnections, type KeptAnswer } from './kept-connection';
import { rawHead } from './raw-head';
import { followRedirect, type Redirect } from './redirects';
import { askShortQuestions, type ShortAnswers } from './short-questions';
import { streamPath, type Target } from './target';
import { type Attending, attend, type Visitor } from './visitor';

/** All that one address showed. What is judged later is only looked up here. */
export type Examined = ShortAnswers & {
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

/** Examines one address until `untilMs`, or until three heartbeats were heard. Opens 12 connections at most. */
export async function examine(
  asked: Target,
  untilMs: number,
  tell: (words: string) => void,
): Promise<Examined> {
  const left = () => Math.max(0, untilMs - nowMs());
  const limitMs = Math.min(5_000, left());
  const isTls = asked.base.protocol === 'https:';
  const handshake = isTls ? await shakeHands(asked, limitMs) : null;
  const { target, redirects, opened: one } = await openFollowing(asked, handshake?.alpn === 'h2');
  const { origin } = target;
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();

  tell('asking short questions');
  const keeping = askOverKeptConnections(target, untilMs);
  await Promise.race([one.greeted, sleep(Math.min(patienceMs, left()))]);
  // Not at the same moment: a hop that shares one answer between visitors would look innocent.
  await sleep(Math.min(1_000, left()));
  const two = attend(target, { headers: { Origin: origin, 'Accept-Encoding': 'identity' } });
  const [short, raw] = await Promise.all([
    askShortQuestions(target, limitMs),
    one.visitor.exchange.failure?.code.startsWith('HPE_')
      ? rawHead(target, streamPath, { Origin: origin }, limitMs)
      : [],
  ]);
  tell('listening for heartbeats');
  const isHopeless = one.visitor.exchange.closedAtMs !== null && two.visitor.exchange.closedAtMs !== null;
  if (!isHopeless) {
    await Promise.race([Promise.all([one.heardEnough, two.heardEnough]), sleep(left())]);
  }
  const leftAtMs = nowMs();
  lag.disable();
  one.leave();
  two.leave();
  const kept = await keeping;
  const seen = { target, redirects, first: one.visitor, second: two.visitor, kept, rawHead: raw };
  return { ...short, ...seen, handshake, leftAtMs, ownLagMs: lag.max / 1e6 };
}

/** Opens the stream as a browser does, following redirects to other origins of the same stream. */
async function openFollowing(
  asked: Target,
  hasHttp2: boolean,
): Promise<{ target: Target; redirects: Redirect[]; opened: Attending }> {
  const redirects: Redirect[] = [];
  for (let target = asked; ; ) {
    const headers = { Origin: target.origin, 'Accept-Encoding': browserEncodings };
    const opened = attend(target, { headers, overHttp2: hasHttp2 && redirects.length === 0 });
    await Promise.race([opened.answered, sleep(patienceMs)]);
    const redirect = redirectOf(opened.visitor.exchange, target);
    if (redirect) redirects.push(redirect);
    const next = redirect && redirects.length <= 3 ? followRedirect(redirect, target) : null;
    if (!next) return { target, redirects, opened };
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
