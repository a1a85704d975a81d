import type { IncomingMessage } from 'node:http';
import { constants, createGzip, gzipSync } from 'node:zlib';
import type { Header, Sabotage } from './sabotage-proxy';

export const without =
  (...names: string[]) =>
  (headers: Header[]) =>
    headers.filter(([name]) => !names.includes(name.toLowerCase()));
export const withHeader = (name: string, value: string) => (headers: Header[]) =>
  [...without(name.toLowerCase())(headers), [name, value]] as Header[];
export const isStream = (asked: IncomingMessage) => asked.url?.startsWith('/api/status/stream') ?? false;

export const wantsGzip = (asked: IncomingMessage) =>
  isStream(asked) && /gzip/.test(`${asked.headers['accept-encoding']}`);

/** Hands bytes on every so often, and none between. */
export function holdingFor(ms: number): Sabotage['body'] {
  return (given, answer) => {
    let held: Buffer[] = [];
    const flush = setInterval(() => {
      if (held.length > 0) answer.write(Buffer.concat(held));
      held = [];
    }, ms);
    given.on('data', (bytes: Buffer) => held.push(bytes));
    given.on('error', () => answer.destroy());
    given.on('end', () => answer.end(Buffer.concat(held)));
    answer.on('close', () => clearInterval(flush));
  };
}

/** Hands bytes on once there are so many. */
export function holding(count: number): Sabotage['body'] {
  return (given, answer, asked) => {
    if (!isStream(asked)) return void given.pipe(answer);
    let held = Buffer.alloc(0);
    given.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes]);
      if (held.length < count) return;
      answer.write(held);
      held = Buffer.alloc(0);
    });
    given.on('error', () => answer.destroy());
    given.on('end', () => answer.end(held));
  };
}

/** Compresses for whoever accepts it; `flush` hands each piece on at once. */
export function compressing(flush: boolean): Sabotage {
  return {
    headers: without('accept-encoding'),
    answered: (headers, asked) =>
      wantsGzip(asked) ? withHeader('Content-Encoding', 'gzip')(headers) : headers,
    body(given, answer, asked) {
      given.on('error', () => answer.destroy());
      if (!wantsGzip(asked)) return void given.pipe(answer);
      given.pipe(createGzip({ flush: flush ? constants.Z_SYNC_FLUSH : constants.Z_NO_FLUSH })).pipe(answer);
    },
  };
}

/** Compresses what it says was compressed once, twice. */
export const compressingTwice: Sabotage = {
  headers: without('accept-encoding'),
  answered: (headers, asked) =>
    isStream(asked) && asked.headers['accept-encoding'] !== 'identity'
      ? withHeader('Content-Encoding', 'gzip')(headers)
      : headers,
  body(given, answer, asked) {
    given.on('error', () => answer.destroy());
    if (!isStream(asked) || asked.headers['accept-encoding'] === 'identity') return void given.pipe(answer);
    const outer = createGzip({ flush: constants.Z_SYNC_FLUSH });
    outer.pipe(answer);
    given.on('data', (bytes: Buffer) => outer.write(gzipSync(bytes)));
  },
};

/** Cuts a connection that was silent for so long. */
export function cuttingAfter(idleMs: number): Sabotage['body'] {
  return (given, answer) => {
    let timer: NodeJS.Timeout | undefined;
    given.on('data', (bytes: Buffer) => {
      answer.write(bytes);
      clearTimeout(timer);
      timer = setTimeout(() => answer.destroy(), idleMs);
    });
    given.on('error', () => answer.destroy());
    given.on('end', () => answer.end());
    answer.on('close', () => clearTimeout(timer));
  };
}

/** Hands a stream on a byte a second. */
export function drippingBody(): Sabotage['body'] {
  return (given, answer, asked) => {
    if (!isStream(asked)) return void given.pipe(answer);
    let held = Buffer.alloc(0);
    const drip = setInterval(() => {
      answer.write(held.subarray(0, 1));
      held = held.subarray(1);
    }, 1_000);
    given.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes]);
    });
    given.on('error', () => answer.destroy());
    answer.on('close', () => clearInterval(drip));
  };
}

/** Hands a stream on up to so many heartbeats, and keeps it open in silence; `isMeant` chooses whose. */
export function silentAfter(count: number, isMeant: (asked: IncomingMessage) => boolean): Sabotage {
  return {
    headers: without('accept-encoding'),
    body(given, answer, asked) {
      given.on('error', () => answer.destroy());
      if (!isStream(asked) || !isMeant(asked)) return void given.pipe(answer);
      let heartbeats = 0;
      given.on('data', (bytes: Buffer) => {
        if (heartbeats < count) answer.write(bytes);
        heartbeats += bytes.toString().split('event: ping').length - 1;
      });
    },
  };
}
