import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';

/** How to run a program as a user PostgreSQL accepts: it refuses to run as root. */
export type Unprivileged = {
  /** The command and arguments that really run `program`. */
  command(program: string, args: string[]): [string, string[]];
  /** Gives a file or folder to that user. */
  own(path: string): void;
};

const asOurselves: Unprivileged = { command: (program, args) => [program, args], own: () => {} };

/**
 * Finds how `program` can be run without being root, and still reach `folder`. Nothing to do unless we are root.
 * As root it becomes `nobody`; where a folder above is root's alone, it keeps the one capability that lets it in.
 */
export function unprivileged(program: string, folder: string): Unprivileged {
  if (process.getuid?.() !== 0) return asOurselves;
  const { uid, gid } = nobody();
  const identity = ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'];
  const reasons: string[] = [];
  for (const capability of [undefined, 'dac_read_search', 'dac_override']) {
    const prefix = [...identity, ...(capability ? keep(capability) : []), '--'];
    const visit = ['sh', '-c', 'cd "$1" && "$2" --version', 'sh', folder, program];
    const trial = spawnSync('setpriv', [...prefix, ...visit], { encoding: 'utf8' });
    const words = `${trial.error?.message ?? ''}${trial.stderr ?? ''}`.trim();
    // PostgreSQL looks for its own files beside itself and only complains here when it may not.
    if (trial.status === 0 && words === '') {
      return {
        command: (path, args) => ['setpriv', [...prefix, path, ...args]],
        own: (path) => chownSync(path, uid, gid),
      };
    }
    reasons.push(words);
  }
  throw new Error(
    `The embedded PostgreSQL cannot run as root, and running it as another user failed (${reasons.at(-1)}). ` +
      'Start Signalbox as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** no_setuid_fixup: without it access(2) forgets the capability, and PostgreSQL asks access(2). */
function keep(capability: string): string[] {
  return [
    ...['--inh-caps', `+${capability}`, '--ambient-caps', `+${capability}`],
    ...['--securebits', '+no_setuid_fixup'],
  ];
}

/** initdb wants a user that has a name, so `nobody` as this system numbers it. */
function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return { uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) };
}
