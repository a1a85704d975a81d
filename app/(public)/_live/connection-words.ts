import type { Connection } from '@/lib/live/client/connection';
import type { Words } from '@/lib/words/words';

/** The connection in a word or three, with the wait while one is under way. */
export function connectionWords(
  connection: Connection,
  retryAt: number | null,
  now: number,
  { t }: Words,
): string {
  const seconds = retryAt === null ? 0 : Math.ceil((retryAt - now) / 1_000);
  if (connection !== 'reconnecting' || seconds <= 0) return t(`connection.${connection}`);
  return t('connection.reconnectingIn', { seconds });
}
