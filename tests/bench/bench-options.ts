import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const scenarios = ['connections', 'latency', 'bytes', 'restart', 'pages'] as const;
export type Scenario = (typeof scenarios)[number];

export type BenchOptions = {
  streams: number;
  rounds: number;
  /** Published per visit. */
  messages: number;
  /** How long each page is asked for per round. */
  seconds: number;
  only: Scenario[];
  /** Names of contestants; empty for all. */
  servers: string[];
  json: boolean;
  /** The file that keeps the result as JSON. */
  output: string;
  /** Where the product's CPU profiles go; null for none. */
  profile: string | null;
};

/** Below the 20,000 files that one process may open on many systems. */
const mostStreams = 15_000;

/** Reads the command line. Throws an error whose message is a sentence for whoever typed it. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      streams: { type: 'string', default: '2000' },
      rounds: { type: 'string', default: '3' },
      messages: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '3' },
      only: { type: 'string', default: scenarios.join(',') },
      servers: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      output: { type: 'string', default: 'tests/.output/bench.json' },
      profile: { type: 'string' },
    },
  });
  return {
    streams: wholeNumber('streams', values.streams, mostStreams),
    rounds: wholeNumber('rounds', values.rounds, 20),
    messages: wholeNumber('messages', values.messages, 500),
    seconds: wholeNumber('seconds', values.seconds, 60),
    only: list(values.only).map(toScenario),
    servers: list(values.servers),
    json: values.json,
    output: values.output,
    profile: values.profile ? resolve(values.profile) : null,
  };
}

/** The restart's readers: the figure is of five thousand. */
export const restartStreams = ({ streams }: BenchOptions) => Math.min(streams, 5_000);

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new Error(`--${name} must be a whole number from 1 to ${most}, but it is "${text}".`);
}

function toScenario(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario === name);
  if (found) return found;
  throw new Error(`--only must name some of ${scenarios.join(', ')}, but it names "${name}".`);
}

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
