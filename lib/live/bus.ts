/** How the processes of one installation tell each other of changes. At most once: the log makes it sure. */
export type Bus = {
  /** Passes `text` on to every process, this one too. False when it could not; never rejects, never waits long. */
  publish(text: string): Promise<boolean>;
  onMessage(listener: (text: string) => void): void;
  /** Called whenever messages may have been missed: after each (re)connect, once messages arrive again. */
  onReconnect(listener: () => void): void;
  /** Whether messages arrive at present. */
  isUp(): boolean;
  close(): Promise<void>;
};

/** The bus of an installation that is one process and has no Redis. */
export function createLocalBus(): Bus {
  const listeners = new Set<(text: string) => void>();
  return {
    publish: async (text) => {
      for (const listener of listeners) listener(text);
      return true;
    },
    onMessage: (listener) => void listeners.add(listener),
    onReconnect: () => {},
    isUp: () => true,
    close: async () => listeners.clear(),
  };
}
