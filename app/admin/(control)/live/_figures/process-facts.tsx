import type { ReactNode } from 'react';
import type { ProcessView } from '@/lib/contracts/process-figures';
import { bytes, number } from './figure-words';

const redisWords = { up: 'connected', down: 'not reachable', off: 'not used' };

/** What else is known of a process, in words: first what happened in the last minute, then what it stands on. */
export function ProcessFacts({ process, newestRevision }: { process: ProcessView; newestRevision: number }) {
  const { opened, closed, rejected, queuedBytes, redis, pool, revision, version } = process;
  const isBehind = revision < newestRevision;
  return (
    <dl className="grid grid-cols-2 gap-y-2 border-line border-t py-3 text-sm lg:grid-cols-4">
      <Fact name="Opened / min">{number(opened)}</Fact>
      <Fact name="Closed / min">{number(closed)}</Fact>
      <Fact name="Rejected / min">{number(rejected)}</Fact>
      <Fact name="Queued">{bytes(queuedBytes)}</Fact>
      <Fact name="Redis" isTrouble={redis === 'down'}>
        {redisWords[redis]}
      </Fact>
      <Fact name="Postgres" isTrouble={pool.waiting > 0}>
        {number(pool.total - pool.idle)} of {number(pool.total)} busy
        {pool.waiting > 0 ? `, ${number(pool.waiting)} waiting` : null}
      </Fact>
      <Fact name="Revision" isTrouble={isBehind}>
        {revision < 0 ? 'not known' : number(revision)}
        {isBehind ? ` of ${number(newestRevision)}` : null}
      </Fact>
      <Fact name="Version">{version}</Fact>
    </dl>
  );
}

type FactProps = { name: string; isTrouble?: boolean; children: ReactNode };

function Fact({ name, isTrouble = false, children }: FactProps) {
  return (
    <div className="min-w-0 px-4 sm:px-5">
      <dt className="text-ink-soft">{name}</dt>
      <dd className={isTrouble ? 'font-medium text-major tabular-nums' : 'font-medium tabular-nums'}>
        {children}
      </dd>
    </div>
  );
}
