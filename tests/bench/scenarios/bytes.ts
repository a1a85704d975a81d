import type { Contestant } from '../contestants/contestant';
import { publisherAt } from '../contestants/publisher';
import type { Load } from '../load/load';
import { spread } from '../percentiles';
import type { MeasureKey } from '../report/measures';
import { message, type State } from './message';

export type BytesOrder = { messages: number; state: State; load: Load; port: number };

const streams = 20;
const limitMs = 15_000;

/** What one message costs on the wire, framing included; the product's own incident update as well. */
export async function bytes(contestant: Contestant, order: BytesOrder) {
  const { load, port, messages, state } = order;
  const running = await contestant.start(port);
  try {
    await load.open({ target: running.target, count: streams, atOnce: streams, limitMs });
    const figures: Partial<Record<MeasureKey, number>> = {};
    let number = 0;
    figures.bytes = await cost(load, messages, async () => {
      await running.publish(message(state, ++number));
      return `message ${number}`;
    });
    if (contestant.name.startsWith('product')) {
      const publisher = await publisherAt(port);
      figures.updateBytes = await cost(load, messages, async () => `id ${await publisher.change()}`);
    }
    return figures;
  } finally {
    await load.close();
    await running.stop();
  }
}

/** The median over the messages, as a heartbeat may fall into one. */
async function cost(load: Load, times: number, publish: () => Promise<string>): Promise<number> {
  const costs: number[] = [];
  for (let i = 0; i < times; i++) {
    const before = await load.counts();
    const what = await publish();
    if ((await load.heard(what, streams, limitMs)) < streams)
      throw new Error(`${what} did not reach everyone`);
    costs.push(((await load.counts()).bytes - before.bytes) / streams);
  }
  return spread(costs).median;
}
