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

function createLog() {
  const levels = Object.keys(pino.levels.values).concat('silent');
  // A wrong level is refused by lib/env.ts; the log itself must never be what fails.
  const level = levels.find((name) => name === process.env.LOG_LEVEL) ?? 'info';
  const redact = { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' };
  const options = { level, redact, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  if (!process.stdout.isTTY) return pino(options);
  return pino(options, pretty({ colorize: true, translateTime: 'SYS:HH:MM:ss', sync: true }));
}

/** The one logger: readable on a terminal, JSON lines elsewhere, and never a secret. */
export const log = singleton('log', createLog);
