'use client';

import { classNames } from '@/app/_ui/class-names';
import { Rich } from '@/app/_words/rich';
import { useWords } from '@/app/_words/words-provider';
import type { Connection, StreamView } from '@/lib/live/client/connection';
import { useIsHydrated, useNow } from '../_time/clock';
import { formatAgo } from '../_time/format-time';
import { Moment } from '../_time/moment';
import { connectionWords } from './connection-words';

type ConnectionIndicatorProps = Pick<StreamView, 'connection' | 'lastEventAt' | 'retryAt'> & {
  renderedAt: number;
};

/** How fresh the page is: live or not, and when the server last confirmed it. Without JavaScript, when it was made. */
export function ConnectionIndicator({
  connection,
  lastEventAt,
  retryAt,
  renderedAt,
}: ConnectionIndicatorProps) {
  const words = useWords();
  const isHydrated = useIsHydrated();
  const now = useNow('second', renderedAt);
  if (!isHydrated) {
    return (
      <p className={frame}>
        <span>
          <Rich
            message="connection.asOf"
            tags={{ at: <Moment at={new Date(renderedAt).toISOString()} withZone /> }}
          />
        </span>
      </p>
    );
  }
  return (
    <p
      className={frame}
      title={words.t(`connectionMeaning.${connection}`)}
      data-testid="connection"
      data-connection={connection}
    >
      <Lamp connection={connection} />
      <span className={connection === 'live' ? 'font-medium text-ink' : 'font-medium text-degraded'}>
        {connectionWords(connection, retryAt, now, words)}
      </span>
      {lastEventAt === null ? null : (
        <span className="tabular-nums">
          <span aria-hidden="true">· </span>
          {words.t('connection.updated', { ago: formatAgo(now - lastEventAt, words) })}
        </span>
      )}
    </p>
  );
}

// As much room as its longest words need, so that nothing around it moves when they change.
const frame =
  'flex min-h-6 w-full flex-none items-center gap-1.5 whitespace-nowrap text-ink-soft text-sm sm:ms-auto sm:w-auto sm:min-w-60 sm:justify-end';

const lamps: Record<Connection, string> = {
  connecting: 'border-2 border-line-strong',
  live: 'bg-operational-lamp',
  reconnecting: 'animate-lamp border-2 border-degraded-lamp',
  polling: 'border-2 border-degraded-lamp bg-degraded-tint',
  offline: 'border-2 border-major-lamp',
};

function Lamp({ connection }: { connection: Connection }) {
  return (
    <span aria-hidden="true" className={classNames('size-2.5 flex-none rounded-full', lamps[connection])} />
  );
}
