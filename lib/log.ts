import pino from 'pino';
import pretty from 'pino-pretty';
import { singleton } from './singleton';

const secrets = [
  'password',
  'passwordHash',
  'token',
  'authorization',
  'cookie',
  'secret',
  'DATABASE_URL',
  'REDIS_URL',
];

type Logged = { type: string; message: string; code?: unknown; stack?: string; cause?: unknown };

/** What a person needs of an error. Drivers hang whole connections on theirs, with what must not be logged. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const described: Logged = { type: name, message, stack };
  if ('code' in error) described.code = error.code;
  if (cause !== undefined) described.cause = describeError(cause);
  return described;
}

/** A logger that writes to `stream`; the terminal or standard output if not given. `wanted` is a LOG_LEVEL. */
export function createLog(stream?: NodeJS.WritableStream, wanted = process.env.LOG_LEVEL) {
  const levels = Object.keys(pino.levels.values).concat('silent');
  // A wrong level is refused by lib/env.ts; the log itself must never be what fails.
  const level = levels.find((name) => name === wanted) ?? 'info';
  const redact = { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' };
  const serializers = { err: describeError };
  const options = { level, redact, serializers, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  if (stream) return pino(options, stream);
  if (!process.stdout.isTTY) return pino(options);
  return pino(options, pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', sync: true }));
}

/** The one logger: readable on a terminal, JSON lines elsewhere, and never a secret. */
export const log = singleton('log', () => createLog());
