/** Which tabs understand each other: raise it when their messages change their meaning. */
export const tabProtocol = 1;

const name = `signalbox:stream:${tabProtocol}`;

/** What one tab says reaches every other tab of this browser that shows this page, and not itself. */
export type TabChannel = {
  post(message: unknown): void;
  close(): void;
};

export type LeadListeners = {
  /** This tab leads now. */
  granted(): void;
  /** Another tab took the lead away. */
  lost(): void;
  /** The browser refuses: nobody will ever lead. */
  unavailable(): void;
};

/** What a browser has to let its tabs share one stream. */
export type TabPorts = {
  openChannel(heard: (message: unknown) => void): TabChannel;
  /**
   * Stands in line for the lead, which passes on when its tab closes or crashes; or takes it at once.
   * Returns how to give it up, or to leave the line.
   */
  seekLead(how: 'wait' | 'take', listeners: LeadListeners): () => void;
};

/** The browser's own, by Web Locks and BroadcastChannel; null where either is missing, as over plain http. */
export function browserTabs(): TabPorts | null {
  if (typeof navigator === 'undefined' || !navigator.locks || typeof BroadcastChannel === 'undefined')
    return null;
  const { locks } = navigator;
  return {
    openChannel(heard) {
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', (event) => heard(event.data));
      return { post: (message) => channel.postMessage(message), close: () => channel.close() };
    },
    seekLead(how, listeners) {
      const leaving = new AbortController();
      let release = () => {};
      let isHeld = false;
      const untilReleased = new Promise<void>((resolve) => {
        release = resolve;
      });
      const hold = () => {
        // Granted to one who left the line meanwhile: it goes on to the next.
        if (leaving.signal.aborted) return;
        isHeld = true;
        listeners.granted();
        return untilReleased;
      };
      const options = how === 'take' ? { steal: true } : { signal: leaving.signal };
      // In a function of its own, because some browsers throw where others reject.
      const ask = async () => locks.request(name, options, hold);
      ask().catch(() => {
        if (leaving.signal.aborted) return;
        if (isHeld) listeners.lost();
        else listeners.unavailable();
      });
      return () => {
        leaving.abort();
        release();
      };
    },
  };
}
