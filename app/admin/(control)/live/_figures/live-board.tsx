'use client';

import type { ProcessView } from '@/lib/contracts/process-figures';
import { ConnectionLine } from './connection-line';
import { countOf } from './figure-words';
import { ProcessPanel } from './process-panel';
import { useProcesses } from './use-processes';

/** Every process and its figures, as they move. Without JavaScript it stays as the server saw it. */
export function LiveBoard({ initial }: { initial: ProcessView[] }) {
  const { processes, connection } = useProcesses(initial);
  const open = processes.reduce((sum, process) => sum + process.open, 0);
  const newest = Math.max(...processes.map(({ revision }) => revision));
  return (
    <>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="text-ink-soft">
          <strong className="font-semibold text-ink tabular-nums" data-testid="open-streams">
            {countOf(open, 'open stream')}
          </strong>{' '}
          on {countOf(processes.length, 'process', 'processes')}
        </p>
        <ConnectionLine connection={connection} at={processes[0]?.at} />
      </div>
      <ul className="grid gap-5">
        {processes.map((process) => (
          <li key={process.id}>
            <ProcessPanel process={process} newestRevision={newest} />
          </li>
        ))}
      </ul>
    </>
  );
}
