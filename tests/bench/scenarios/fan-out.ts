import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant, Running } from '../contestants/contestant';
import type { Load } from '../load/load';
import type { AnswerHead } from '../load/wire-reader';
import { cpuMs, settledRssKib } from '../process-figures';
import type { MeasureKey } from '../report/measures';
import { message, type State } from './message';

export type Visit = { figures: Partial<Record<MeasureKey, number>>; head: AnswerHead | null };
export type FanOutOrder = { streams: number; messages: number; state: State; load: Load; port: number };

/** Connects in flight: enough to keep a server busy, few enough for any backlog. */
const atOnce = 256;
const pauseMs = 50;
const limitMs = 120_000;

/** One visit: starts the server, opens the streams, publishes, and ends it. */
export async function fanOut(contestant: Contestant, order: FanOutOrder): Promise<Visit> {
  const running = await contestant.start(order.port);
  try {
    return await measure(running, order);
  } finally {
    await order.load.close();
    await running.stop();
  }
}

async function measure(running: Running, { streams, messages, state, load }: FanOutOrder): Promise<Visit> {
  const { target, pids } = running;
  await warmUp(running, state, load);
  const emptyKib = await settledRssKib(pids);
  await load.takeOwnLoad();
  const { open, ms, head } = await load.open({ target, count: streams, atOnce, limitMs });
  if (open === 0) throw new Error(`no stream opened: ${head?.status ?? 'no answer'}`);
  const connecting = await load.takeOwnLoad();
  const fullKib = await settledRssKib(pids);

  await load.takeLatencies();
  await load.takeOwnLoad();
  const cpuBefore = cpuMs(pids);
  for (let number = 1; number <= messages; number++) {
    await running.publish(message(state, number));
    await load.heard(`message ${number}`, open, 30_000);
    await sleep(pauseMs);
  }
  const serverCpu = (cpuMs(pids) - cpuBefore) / messages;
  const { cpuMs: clientMs, busy } = await load.takeOwnLoad();
  const { p50, p90, p99, samples } = await load.takeLatencies();
  const { open: held } = await load.counts();
  const rates = { rate: open / (ms / 1000), memory: (fullKib - emptyKib) / open };
  const own = { clientCpu: clientMs / messages, clientBusy: busy * 100, connectBusy: connecting.busy * 100 };
  return {
    figures: { held, ...rates, p50, p90, p99, lost: open * messages - samples, serverCpu, ...own },
    head,
  };
}

/** What a first request loads and compiles is not a stream's price. */
async function warmUp(running: Running, state: State, load: Load): Promise<void> {
  const count = 100;
  await load.open({ target: running.target, count, atOnce: 20, limitMs });
  for (let number = -3; number < 0; number++) {
    await running.publish(message(state, number));
    await load.heard(`message ${number}`, count, 5_000);
  }
  await load.close();
  await sleep(300);
}
