import { parseArgs } from 'node:util';
import type { Target } from './target';

export type Options = {
  /** From outside in. */
  targets: [Target, ...Target[]];
  seconds: number;
  isJson: boolean;
  isInsecure: boolean;
};

export type Parsed =
  | { kind: 'run'; options: Options }
  | { kind: 'help' }
  /** `words` says what was wrong with the command line. */
  | { kind: 'wrong'; words: string };

const defaultSeconds = 45;
/** Less shows nothing; more no proxy's idle limit needs. */
const [fewest, most] = [5, 600];
const mostHops = 5;

export function parseOptions(args: string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        hop: { type: 'string', multiple: true, default: [] },
        origin: { type: 'string' },
        host: { type: 'string' },
        seconds: { type: 'string', default: `${defaultSeconds}` },
        json: { type: 'boolean', default: false },
        insecure: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const [url, ...others] = positionals;
    if (url === undefined) return wrong('Say which address to examine.');
    if (others.length > 0)
      return wrong(`One address is examined; for those behind it say --hop ${others[0]}.`);
    if (values.hop.length > mostHops) return wrong(`At most ${mostHops} hops can be examined at once.`);
    const seconds = Number(values.seconds);
    if (!Number.isFinite(seconds) || seconds < fewest || seconds > most)
      return wrong(`--seconds takes a number from ${fewest} to ${most}.`);

    const bases = [url, ...values.hop].map(baseOf);
    const [outer] = bases as [URL, ...URL[]];
    const host = values.host ?? outer.host;
    if (!/^[^\s/@]+$/.test(host)) return wrong(`--host takes a name like status.example.com, not ${host}.`);
    const origin = values.origin ?? new URL(`${outer.protocol}//${host}`).origin;
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      return wrong(`--origin takes an origin like https://status.example.com, not ${origin}.`);
    const targets = bases.map((base) => ({ base, host, origin })) as [Target, ...Target[]];
    const { json: isJson, insecure: isInsecure } = values;
    return { kind: 'run', options: { targets, seconds, isJson, isInsecure } };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : `${error}`);
  }
}

function wrong(words: string): Parsed {
  return { kind: 'wrong', words };
}

/** Scheme, host and port of what was typed; https where no scheme was. Throws in words. */
function baseOf(typed: string): URL {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(text))
    throw new Error(`${typed} is not an address. Say it like https://status.example.com.`);
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`${typed} is neither http nor https.`);
  return new URL(url.origin);
}
