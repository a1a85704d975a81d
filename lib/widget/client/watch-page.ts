type Seen = { seen(): void; unseen(): void; online(): void };

/** A glance at another tab is no reason to let go. */
const glanceMs = 15_000;

/** Tells whether anybody looks at the page, now and from now on; returns how to stop. A page that is left counts as unseen. */
export function watchPage({ seen, unseen, online }: Seen): () => void {
  let glance: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(glance);
    if (document.hidden) glance = setTimeout(unseen, glanceMs);
    else seen();
  };
  const over = new AbortController();
  const { signal } = over;
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('pageshow', look, { signal });
  // An open stream would keep the page from the browser's memory of left pages.
  addEventListener('pagehide', unseen, { signal });
  addEventListener('online', online, { signal });
  look();
  return () => {
    clearTimeout(glance);
    over.abort();
  };
}
