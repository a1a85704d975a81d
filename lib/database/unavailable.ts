import { Prisma } from './generated/client';
import { noteReachable } from './reachability';

/** Postgres can't be asked or did not answer in time. What was attempted is not saved. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  constructor(options?: ErrorOptions) {
    super('The database does not answer.', options);
  }
}

/** Whether `error` is an Unavailable. Asks by name: Next evaluates a module several times, so classes differ. */
export function isUnavailable(error: unknown): error is Unavailable {
  return error instanceof Error && error.name === 'Unavailable';
}

/** Prisma's codes for: unreachable, timed out, closed. */
const unreachableCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017']);

/** Prisma's codes for a server that answers but is too busy: pool exhausted, transaction not started or lost in time. */
const busyCodes = new Set(['P2024', 'P2028', 'P2037']);

/** Postgres' own: connection exceptions (08), not enough resources (53), shutting down or starting up (57P). */
const unavailableText =
  /\b(08\d{3}|53\d{3}|57P0\d)\b|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|Connection terminated|Query read timeout|timeout exceeded when trying to connect|(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)/;

/** Runs `ask` and turns every way in which Postgres can be out of reach into one Unavailable. */
export async function orUnavailable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask();
    noteReachable(true);
    return answer;
  } catch (error) {
    if (tellsBusy(error)) throw new Unavailable({ cause: error });
    if (!tellsOutage(error)) throw error;
    noteReachable(false);
    throw new Unavailable({ cause: error });
  }
}

function tellsBusy(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && busyCodes.has(error.code);
}

function tellsOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError && unreachableCodes.has(error.code)) return true;
  return unavailableText.test(`${error.name} ${error.message} ${'code' in error ? error.code : ''}`);
}
