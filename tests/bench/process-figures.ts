import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Linux counts a process's CPU in hundredths of a second. */
const msPerTick = 10;

/** Resident memory of these processes together, in KiB. */
export function rssKib(pids: readonly number[]): number {
  return sum(pids, (pid) =>
    Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  );
}

/** CPU used by these processes since their start, in milliseconds, of user and kernel. */
export function cpuMs(pids: readonly number[]): number {
  return sum(pids, (pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  });
}

/** Waits until the memory has moved by less than 1 % in half a second, or six seconds have passed; answers it in KiB. */
export async function settledRssKib(pids: readonly number[]): Promise<number> {
  let before = rssKib(pids);
  for (let waited = 0; waited < 6_000; waited += 500) {
    await sleep(500);
    const now = rssKib(pids);
    if (Math.abs(now - before) < before * 0.01) return now;
    before = now;
  }
  return before;
}

/** How many files a process started from here may have open. */
export function openFileLimit(): number {
  const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'));
  return Number(limit?.[1] ?? Number.NaN);
}

function sum(pids: readonly number[], of: (pid: number) => number): number {
  return pids.reduce((total, pid) => total + of(pid), 0);
}
