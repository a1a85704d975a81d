import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freePort } from '../support/free-port';
import { type BenchOptions, readOptions, restartStreams } from './bench-options';
import type { Contestant } from './contestants/contestant';
import { publisherAt } from './contestants/publisher';
import { openCourse } from './course';
import { machine } from './machine';
import { openFileLimit } from './process-figures';
import { type Figure, type MeasureKey, summarise } from './report/measures';
import { number, tableText } from './report/table';
import { targets } from './report/targets';
import { bytes } from './scenarios/bytes';
import { fanOut } from './scenarios/fan-out';
import { message } from './scenarios/message';
import { askForPages } from './scenarios/pages';
import { restart } from './scenarios/restart';

/** Whatever hangs: the bench ends. */
const longestMs = 40 * 60_000;
/** Files a process needs beside its streams. */
const otherFiles = 300;

type Course = Awaited<ReturnType<typeof openCourse>>;
type Taken = Partial<Record<MeasureKey, number>>;
type Visit = (contestant: Contestant, round: number) => Promise<Taken>;

/** Everything goes to stderr but the result, so that `--json` can be piped. */
const tell = (line: string) => console.error(`· ${line}`);

async function run(options: BenchOptions) {
  const limit = openFileLimit();
  if (options.streams + otherFiles > limit)
    throw new Error(`${options.streams} streams need more than the ${limit} open files allowed (ulimit -n).`);
  const begun = Date.now();
  tell(`${options.streams} streams, ${options.rounds} rounds; ${limit} open files allowed per process`);
  const course = await openCourse();
  try {
    const contestants = chosen(course.contestants, options.servers);
    tell(`The product answers by: ${course.transport}. Compared: ${namesOf(contestants).join(', ')}`);
    const notes = notesOn(course, limit);
    for (const note of notes) tell(note);
    const figures = await allFigures(course, contestants, options);
    const results = summarise(figures);
    const seconds = Math.round((Date.now() - begun) / 1000);
    return {
      ...{
        command: ['npm run bench --', ...process.argv.slice(2)].join(' '),
        at: new Date(begun).toISOString(),
      },
      ...{ seconds, machine: machine(), options, transport: course.transport, notes },
      ...{ results, targets: targets(results) },
    };
  } finally {
    await course.close();
  }
}

async function allFigures(
  course: Course,
  contestants: Contestant[],
  options: BenchOptions,
): Promise<Figure[]> {
  const { only, rounds, streams, messages } = options;
  const { state, load } = course;
  const figures: Figure[] = [];
  /** A B C A B C …: whatever drifts on the machine meets all alike. */
  const inTurn = async (title: string, among: Contestant[], visit: Visit) => {
    for (let round = 1; round <= rounds; round++)
      for (const contestant of among) {
        const taken = await visit(contestant, round);
        for (const [measure, value] of Object.entries(taken) as [MeasureKey, number][])
          figures.push({ measure, contestant: contestant.name, round, value });
        tell(`${title} ${round}/${rounds}, ${contestant.name}: ${inShort(taken)}`);
      }
  };

  if (only.includes('connections') || only.includes('latency'))
    await inTurn('Fan-out', contestants, async (contestant) => {
      const order = { streams, messages, state, load, port: await freePort() };
      return (await fanOut(contestant, order)).figures;
    });
  if (only.includes('bytes'))
    await inTurn('Bytes', contestants, async (contestant) =>
      bytes(contestant, { messages: 5, state, load, port: await freePort() }),
    );
  if (only.includes('restart'))
    await inTurn(
      'Restart',
      contestants.filter(({ name }) => !name.endsWith('(gzip)')),
      (contestant) => restartOf(course, contestant, restartStreams(options)),
    );
  if (only.includes('pages')) {
    const { product } = course;
    figures.push(...(await askForPages({ product, load, rounds, seconds: options.seconds, tell })));
  }
  return figures;
}

async function restartOf({ load, state, pair }: Course, contestant: Contestant, streams: number) {
  const order = { streams, load, port: await freePort() };
  let sent = 0;
  if (contestant.name !== 'product')
    return restart(contestant, {
      ...order,
      // While it is down, nobody takes what is published.
      change: async (running) => {
        await running?.publish(message(state, ++sent)).catch(() => {});
        return null;
      },
    });
  const twins = await pair();
  try {
    const publisher = await publisherAt(twins.port);
    return await restart(twins.contestant, { ...order, change: () => publisher.change() });
  } finally {
    await twins.close();
  }
}

function chosen(contestants: Contestant[], servers: string[]): Contestant[] {
  const unknown = servers.filter((name) => !namesOf(contestants).includes(name));
  if (unknown.length > 0)
    throw new Error(
      `--servers must name some of ${namesOf(contestants).join(', ')}; not ${unknown.join(', ')}.`,
    );
  return servers.length === 0 ? contestants : contestants.filter(({ name }) => servers.includes(name));
}

function notesOn({ contestants, isCompressing }: Course, limit: number): string[] {
  const notes = [`At most ${limit} open files per process (ulimit -n).`];
  if (!isCompressing) notes.push('The product does not compress its stream: no figures for gzip.');
  if (!namesOf(contestants).includes('nchan'))
    notes.push('nchan is left out: on Debian it is in the packages nginx and libnginx-mod-nchan.');
  return notes;
}

const namesOf = (contestants: Contestant[]) => contestants.map(({ name }) => name);

const inShort = (taken: Taken) =>
  Object.entries(taken)
    .map(([name, value]) => `${name} ${number(value)}`)
    .join(', ');

/** Prints the table (or JSON) and keeps the JSON. */
async function main() {
  const options = readOptions(process.argv.slice(2));
  setTimeout(() => {
    console.error(`The bench took more than ${longestMs / 60_000} minutes and was ended.`);
    process.exit(1);
  }, longestMs).unref();
  if (options.profile) process.env.BENCH_PROFILE_DIR = options.profile;
  const report = await run(options);
  const text = `${JSON.stringify(report, null, 2)}\n`;
  mkdirSync(dirname(options.output), { recursive: true });
  writeFileSync(options.output, text);
  console.log(options.json ? text : `\n${tableText(report.results, report.targets)}\n`);
  tell(`Took ${report.seconds} s. Kept in ${options.output}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
