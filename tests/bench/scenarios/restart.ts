import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant, Running } from '../contestants/contestant';
import type { Load } from '../load/load';
import type { MeasureKey } from '../report/measures';
import { monotonicMs } from '../stamp';

export type RestartOrder = {
  streams: number;
  load: Load;
  port: number;
  /** Publishes while the server goes and comes; answers the revision where there are revisions. */
  change: (running: Running | null) => Promise<number | null>;
};

const atOnce = 256;
const changeEveryMs = 500;
const limitMs = 90_000;

/** Ends the server under its readers, starts it again on the same port, and waits until everyone is back. */
export async function restart(contestant: Contestant, order: RestartOrder) {
  const { streams, load, port, change } = order;
  let running: Running | null = await contestant.start(port);
  const first = running;
  let isOver = false;
  try {
    const came = await load.follow({ target: first.target, count: streams, atOnce }, limitMs);
    if (came < streams) throw new Error(`only ${came} of ${streams} readers came`);
    let revision = await change(running);
    let published = 1;
    const changing = (async () => {
      while (!isOver) {
        await sleep(changeEveryMs);
        revision = (await change(running)) ?? revision;
        published++;
      }
    })();

    await sleep(changeEveryMs * 2);
    const termAt = monotonicMs();
    const leaving = first.stop();
    running = null;
    const code = await leaving;
    const goneAt = monotonicMs();
    running = await contestant.start(port);
    const readyAt = monotonicMs();
    const back = await load.back(null, limitMs);
    isOver = true;
    await changing;
    const end = await load.back(revision, 10_000);

    const { lastBackAt } = back;
    const seconds = (ms: number) => ms / 1000;
    const figures: Partial<Record<MeasureKey, number>> = {
      notBack: streams - (revision === null ? back.back : end.atRevision),
      backAfterTerm: seconds(lastBackAt - termAt),
      backAfterReady: seconds(Math.max(0, lastBackAt - readyAt)),
      exitCode: typeof code === 'number' ? code : Number.NaN,
      exitSeconds: seconds(goneAt - termAt),
      storm50: back.attemptP50,
      storm99: back.attemptP99,
      attempts: end.attempts / streams,
    };
    const { missed, backwards, resets } = end;
    return revision === null ? figures : { ...figures, published, missed, backwards, resets };
  } finally {
    isOver = true;
    await load.close();
    await running?.stop();
  }
}
