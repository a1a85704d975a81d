import { classNames } from '@/app/_ui/class-names';
import { Panel } from '@/app/_ui/panel';
import type { ProcessView } from '@/lib/contracts/process-figures';
import { Figure } from './figure';
import { duration, number, uptime } from './figure-words';
import { ProcessFacts } from './process-facts';

/** A process tells of itself every two seconds; after this long something is wrong. */
const quietAfterMs = 5_000;

/** How one process stands. One that is not heard of fades before it goes. */
export function ProcessPanel({ process, newestRevision }: { process: ProcessView; newestRevision: number }) {
  const { open, publishToWrite, lag, events, history, silentFor } = process;
  const isQuiet = silentFor > quietAfterMs;
  const [p99, p99Unit] = duration(publishToWrite?.p99 ?? 0);
  const [lagNow, lagUnit] = duration(lag);
  const worstLag = duration(Math.max(0, ...history.lag)).join(' ');
  return (
    <Panel className={classNames('overflow-hidden', isQuiet && 'text-ink-faint')}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 pt-4 sm:px-5">
        <h2 className="min-w-0 font-medium font-mono text-base">{process.id}</h2>
        <p className="text-ink-soft text-sm tabular-nums">
          {isQuiet ? `Not heard of for ${Math.round(silentFor / 1_000)} s` : null}
          {!isQuiet && process.isHere ? 'This process, ' : null}
          {isQuiet ? null : `up ${uptime(Date.parse(process.at) - Date.parse(process.startedAt))}`}
        </p>
      </div>
      <dl className="grid grid-cols-2 pt-1 pb-2 lg:grid-cols-4">
        <Figure
          label="Open streams"
          value={number(open)}
          note={`peak ${number(Math.max(open, ...history.open))}`}
          points={history.open}
          isQuiet={isQuiet}
        />
        <Figure
          label="Publish to write"
          {...(publishToWrite ? { value: p99, unit: p99Unit } : { value: '–' })}
          note={publishToWrite ? `p99; p50 ${duration(publishToWrite.p50).join(' ')}` : 'no change yet'}
          points={history.publishToWrite}
          isQuiet={isQuiet}
        />
        <Figure
          label="Event loop lag"
          value={lagNow}
          unit={lagUnit}
          note={`peak ${worstLag}`}
          points={history.lag}
          isQuiet={isQuiet}
        />
        <Figure
          label="Events"
          value={number(events)}
          unit="/ min"
          note={`peak ${number(Math.max(events, ...history.events))}`}
          points={history.events}
          isQuiet={isQuiet}
        />
      </dl>
      <ProcessFacts process={process} newestRevision={newestRevision} />
    </Panel>
  );
}
