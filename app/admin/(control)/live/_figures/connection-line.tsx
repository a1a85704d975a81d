import Link from 'next/link';
import { classNames } from '@/app/_ui/class-names';
import type { Connection } from './use-processes';

/** Whether what is shown moves, and what to do when it does not. */
export function ConnectionLine({ connection, at }: { connection: Connection; at: string | undefined }) {
  return (
    <p role="status" data-connection={connection} className="flex items-center gap-2 text-ink-soft text-sm">
      <span
        aria-hidden="true"
        className={classNames(
          'size-2 rounded-full',
          connection === 'live' ? 'bg-operational-lamp' : 'bg-line-strong',
        )}
      />
      {connection === 'live' ? 'Live, once a second' : null}
      {connection === 'snapshot' && at ? (
        <span>
          As of <time dateTime={at}>{at.slice(11, 19)} UTC</time>
        </span>
      ) : null}
      {connection === 'lost' ? 'Connection lost, trying again' : null}
      {connection === 'signed-out' ? (
        <span>
          You are signed out.{' '}
          <Link href="/admin/sign-in?next=%2Fadmin%2Flive" className="text-link">
            Sign in again
          </Link>
        </span>
      ) : null}
    </p>
  );
}
