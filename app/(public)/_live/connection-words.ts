import type { Connection } from '@/lib/live/client/connection';

/** The connection in a word or three, with the wait while one is under way. */
export function connectionWords(connection: Connection, retryAt: number | null, now: number): string {
  if (connection !== 'reconnecting' || retryAt === null) return words[connection];
  const seconds = Math.ceil((retryAt - now) / 1_000);
  return seconds > 0 ? `Reconnecting in ${seconds} s` : words.reconnecting;
}

const words: Record<Connection, string> = {
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
  polling: 'Polling',
  offline: 'Offline',
};

/** What the connection's state means for what is shown, for whoever asks. */
export const connectionMeaning: Record<Connection, string> = {
  connecting: 'Connecting to live updates.',
  live: 'Changes appear here the moment they are published.',
  reconnecting: 'The connection broke. What you see may be out of date.',
  polling: 'Live updates do not come through; this page asks for changes every 10 to 20 seconds.',
  offline: 'Your device is offline. What you see may be out of date.',
};
