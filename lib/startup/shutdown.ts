import { setTimeout as sleep } from 'node:timers/promises';
import { beginDraining } from '@/lib/lifecycle';
import { log } from '@/lib/log';

type Step = { what: string; close: () => unknown };

/** A step that hangs must not keep the process from ending. */
const stepLimitMs = 30_000;
/** npm and the terminal both pass on one Ctrl-C; what comes this soon is the same one. */
const echoMs = 700;

const steps: Step[] = [];
let begunAt: number | undefined;

/** Registers what has to be closed before the process ends. The last one opened is closed first. */
export function closeAtShutdown(what: string, close: () => unknown): void {
  steps.push({ what, close });
}

/** Closes everything, then ends the process with `code`. */
export async function shutDown(code: number): Promise<void> {
  // What fails because it is being closed must not close it again.
  if (begunAt !== undefined) return;
  begunAt = Date.now();
  beginDraining();
  let exitCode = code;
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { what, close } = step;
    try {
      const done = Promise.resolve(close()).then(() => true);
      if (!(await Promise.race([done, sleep(stepLimitMs)]))) log.error(`${what} did not close in time`);
    } catch (error) {
      log.error({ err: error }, `${what} did not close`);
      exitCode ||= 1;
    }
  }
  process.exit(exitCode);
}

/** Drains at the first Ctrl-C (or SIGTERM, or a closed terminal) and ends at once at the second. */
export function shutDownOnSignals(onBegin: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (begunAt === undefined) {
        onBegin();
        void shutDown(0);
      } else if (Date.now() - begunAt > echoMs) {
        process.exit(130);
      }
    });
  }
}
