import type { ProcessView } from '@/lib/contracts/process-figures';

const address = '/api/admin/live';
const retryAfterMs = 3_000;
const unauthorised = 401;

export type FeedListener = {
  onProcesses(processes: ProcessView[]): void;
  onLost(): void;
  onSignedOut(): void;
};

/** Listens to the figures until the function it answers is called, through breaks and restarts. */
export function openFeed(listener: FeedListener): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const close = () => {
    isClosed = true;
    clearTimeout(timer);
    source.close();
  };
  const signedOut = () => {
    close();
    listener.onSignedOut();
  };
  // An EventSource keeps the status to itself, and gives up for good at any but 200.
  const askWhy = async () => {
    const status = await fetch(address, { method: 'HEAD' }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (isClosed) return;
    if (status === unauthorised) signedOut();
    else timer = setTimeout(open, retryAfterMs * (1 + Math.random()));
  };
  const open = () => {
    source = new EventSource(address);
    source.addEventListener('processes', ({ data }) => listener.onProcesses(JSON.parse(data)));
    source.addEventListener('done', ({ data }) => {
      if (JSON.parse(data).reason === 'signed-out') signedOut();
    });
    source.addEventListener('error', () => {
      if (isClosed) return;
      listener.onLost();
      if (source.readyState === EventSource.CLOSED) void askWhy();
    });
  };
  open();
  return close;
}
