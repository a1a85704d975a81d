import { nowMs } from './exchange';
import { parseOptions } from './options';
import { printReport } from './print-report';
import type { Report } from './report';
import { run, waitingWords } from './run';
import { usage } from './usage';

/** Where it prints: the report on `out`, all else on `errors`. */
export type Terminal = {
  out: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean };
  errors: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean };
  hasColours: boolean;
};

/** Runs the command. Answers its exit code: 0 healthy or warnings, 1 errors, 2 wrong usage or nothing reached. */
export async function doctor(args: string[], { out, errors, hasColours }: Terminal): Promise<0 | 1 | 2> {
  const parsed = parseOptions(args);
  if (parsed.kind === 'help') {
    out.write(usage);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    errors.write(`${parsed.words}\n\n${usage}`);
    return 2;
  }
  const { options } = parsed;
  const progress = showProgress(errors, options.seconds);
  const report = await run(options, progress.tell);
  progress.stop();
  out.write(options.isJson ? `${JSON.stringify(report, null, 2)}\n` : printReport(report, hasColours));
  return exitCode(report);
}

function exitCode({ verdict }: Report): 0 | 1 | 2 {
  if (verdict === 'unreachable') return 2;
  return verdict === 'errors' ? 1 : 0;
}

/** One line that is written over again; nothing where nobody watches. */
function showProgress(errors: Terminal['errors'], seconds: number) {
  if (!errors.isTTY) return { tell: () => {}, stop: () => {} };
  const sinceMs = nowMs();
  let words = 'connecting';
  const show = () => errors.write(`\r\u001b[2K${waitingWords(words, seconds, sinceMs)}`);
  const timer = setInterval(show, 250);
  return {
    tell(now: string) {
      words = now;
    },
    stop() {
      clearInterval(timer);
      errors.write('\r\u001b[2K');
    },
  };
}
