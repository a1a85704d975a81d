import { totalmem } from 'node:os';

/** What the pages, the cache and the process itself need before the first stream. */
const processBytes = 512 * 1024 * 1024;
/** One stream at rest takes about a third of this; the rest is for what is on its way to slow readers. */
const streamBytes = 64 * 1024;
/** Open files that are not streams: the database, Redis, pages, Next's own. */
const otherFiles = 512;
const fewest = 100;

type Machine = { memoryBytes: number; openFiles: number };

/**
 * How many streams a process holds without an operator's word: each needs one open file, and half of the memory
 * that the process itself does not need is theirs.
 */
export function streamCapacity({ memoryBytes, openFiles }: Machine = thisMachine()): number {
  const byMemory = (memoryBytes - processBytes) / 2 / streamBytes;
  return Math.max(fewest, Math.floor(Math.min(byMemory, openFiles - otherFiles)));
}

function thisMachine(): Machine {
  // A container's limit, where there is one; without one it is 0, or more than there is.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return { memoryBytes: Math.min(limit, totalmem()), openFiles: openFileLimit() };
}

/** Node has raised its own limit as far as it may by the time it is asked. */
function openFileLimit(): number {
  const { excludeNetwork } = process.report as { excludeNetwork?: boolean };
  // Otherwise it would look up the name of everyone connected.
  Object.assign(process.report, { excludeNetwork: true });
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
  Object.assign(process.report, { excludeNetwork });
  const soft = report.userLimits?.open_files?.soft;
  // Windows has no such limit, and others may say `unlimited`.
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY;
}
