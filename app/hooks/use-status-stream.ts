'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { StatusState } from '@/lib/contracts/live-state';
import type { StreamView } from '@/lib/live/client/connection';
import { browserPorts } from '@/lib/live/client/ports';
import { StatusStream } from '@/lib/live/client/status-stream';
import { useHearPage } from './live-page';

/**
 * The live status, from the state the server rendered (null when the page carries none) onwards.
 * Opens the stream when the component mounts and closes everything when it unmounts. What it hears of the page's name
 * and look, it tells the LivePageProvider around it.
 */
export function useStatusStream(initial: StatusState | null): StreamView {
  const [stream] = useState(() => new StatusStream(initial, browserPorts()));
  useEffect(() => {
    stream.start();
    return () => stream.stop();
  }, [stream]);
  const view = useSyncExternalStore(stream.store.subscribe, stream.store.getView, stream.store.getView);
  const hearPage = useHearPage();
  const page = view.status?.page;
  useEffect(() => {
    if (page) hearPage(page);
  }, [page, hearPage]);
  return view;
}
