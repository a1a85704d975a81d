import { Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { ask } from './ask';
import type { Deadline } from './deadline';
import { type Exchange, headerOf } from './exchange';
import { statusPath, type Target } from './target';

/** One question on a connection that had been idle for `idleMs`; 0 is a connection's first. */
export type KeptAnswer = { idleMs: number; exchange: Exchange };

/** Around the idle times at which servers close: Node's 5 s, and what is set shorter. One connection each. */
const pausesMs = [[300, 1_000, 2_100], [3_100], [4_980], [5_050]];

/** Asks again and again over kept connections, with pauses between, until the deadline. */
export async function askOverKeptConnections(target: Target, deadline: Deadline): Promise<KeptAnswer[]> {
  const runs = pausesMs.map((pauses) => askWithPauses(target, pauses, deadline));
  return (await Promise.all(runs)).flat();
}

async function askWithPauses(target: Target, pauses: number[], deadline: Deadline): Promise<KeptAnswer[]> {
  const Agent = target.base.protocol === 'https:' ? TlsAgent : PlainAgent;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answers: KeptAnswer[] = [];
  let etag: string | null = null;
  for (const idleMs of [0, ...pauses]) {
    await deadline.pause(idleMs);
    const headers: Record<string, string> = etag === null ? {} : { 'If-None-Match': etag };
    const exchange = await ask(target, statusPath, deadline, { agent, headers });
    if (exchange.isCutShort) break;
    etag = headerOf(exchange, 'etag');
    answers.push({ idleMs, exchange });
    if (exchange.status === null) break;
  }
  agent.destroy();
  return answers;
}
