import { freePort } from '../../support/free-port';
import type { Contestant } from '../contestants/contestant';
import { asBrowser, askOnce, startPlainPages } from '../contestants/page-servers';
import type { Load } from '../load/load';
import type { Target } from '../load/load-stream';
import { cpuMs } from '../process-figures';
import { baseline, type Figure, type MeasureKey } from '../report/measures';

const connections = 32;
/** The product, asked in a way that it has nothing in memory for. */
const perRequest = 'product, per request';

/**
 * Each of these has another way to it by which it is rendered, or written, for each request: who is signed in gets the
 * page from Next, and another spelling of an address goes through Next's route.
 */
const pages = [
  { name: 'page', path: '/', other: { path: '/', headers: { Cookie: 'signalbox_session=x' } } },
  { name: 'status', path: '/api/status', other: { path: '/api/./status', headers: {} } },
  { name: 'summary', path: '/api/v2/summary.json', other: { path: '/api/./v2/summary.json', headers: {} } },
] as const;

type Order = {
  product: Contestant;
  load: Load;
  rounds: number;
  seconds: number;
  tell: (line: string) => void;
};

/** One of the servers that are asked, by the way it is asked. */
type Door = { contestant: string; port: number; pids: number[] };

/** Asks the product, and plain node:http with the product's own answers, for the same as fast as they answer. */
export async function askForPages({ product, ...order }: Order): Promise<Figure[]> {
  const [port, plainPort] = [await freePort(), await freePort()];
  const running = await product.start(port);
  try {
    const answers = new Map<string, Awaited<ReturnType<typeof askOnce>>>();
    for (const { path } of pages) answers.set(path, await askOnce({ port, path, headers: asBrowser }));
    const plain = await startPlainPages(plainPort, answers);
    const { pids } = running;
    try {
      return await inRounds(
        { contestant: product.name, port, pids },
        { contestant: baseline, port: plainPort, pids: plain.pids },
        { contestant: perRequest, port, pids },
        order,
      );
    } finally {
      await plain.stop();
    }
  } finally {
    await running.stop();
  }
}

async function inRounds(memory: Door, plain: Door, rendered: Door, order: Omit<Order, 'product'>) {
  const { load, rounds, tell } = order;
  const figures: Figure[] = [];
  // The first round, of half the length, is for warming up.
  for (let round = 0; round <= rounds; round++) {
    const seconds = round === 0 ? order.seconds / 2 : order.seconds;
    const visit = async (door: Door, asked: Omit<Target, 'port'>, status: number, measures: MeasureKey[]) => {
      const { contestant, port, pids } = door;
      const before = cpuMs(pids);
      const target = { ...asked, port };
      const got = await load.ask({ target, connections, seconds });
      const who = `${contestant}, ${asked.path}`;
      if (got.status !== status || got.failed > 0)
        throw new Error(`${who}: answers ${got.status || 'of several kinds'}, ${got.failed} failed`);
      tell(`Pages ${round}/${rounds}, ${who}: ${Math.round(got.rate)} × ${status} per second`);
      const values = [got.rate, ((cpuMs(pids) - before) * 1_000) / got.answers, got.p99];
      measures.forEach((measure, i) => {
        if (round > 0) figures.push({ measure, contestant, round, value: values[i] ?? Number.NaN });
      });
    };
    for (const { name, path, other } of pages) {
      const whole = { path, headers: asBrowser };
      const held = { path, headers: { ...asBrowser, 'If-None-Match': '*' } };
      const byOther = { path: other.path, headers: { ...asBrowser, ...other.headers } };
      const measures: MeasureKey[] = [`${name}Rate`, `${name}Cpu`, `${name}P99`];
      await visit(memory, whole, 200, measures);
      await visit(plain, whole, 200, measures);
      await visit(rendered, byOther, 200, measures);
      await visit(memory, held, 304, [`${name}HeldRate`, `${name}HeldCpu`]);
      await visit(plain, held, 304, [`${name}HeldRate`, `${name}HeldCpu`]);
    }
  }
  return figures;
}
