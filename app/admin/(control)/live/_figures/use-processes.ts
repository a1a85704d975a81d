'use client';

import { useEffect, useState } from 'react';
import type { ProcessView } from '@/lib/contracts/process-figures';
import { openFeed } from './process-feed';

/** `snapshot` is what the server rendered, before the first event or without JavaScript. */
export type Connection = 'snapshot' | 'live' | 'lost' | 'signed-out';

/** The processes as they are now, starting from what the server rendered. A hidden page does not listen. */
export function useProcesses(initial: ProcessView[]): { processes: ProcessView[]; connection: Connection } {
  const [processes, setProcesses] = useState(initial);
  const [connection, setConnection] = useState<Connection>('snapshot');
  useEffect(() => {
    let close = () => {};
    const follow = () => {
      close();
      if (document.visibilityState === 'hidden') return;
      close = openFeed({
        onProcesses: (next) => {
          setProcesses(next);
          setConnection('live');
        },
        onLost: () => setConnection('lost'),
        onSignedOut: () => setConnection('signed-out'),
      });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      close();
    };
  }, []);
  return { processes, connection };
}
