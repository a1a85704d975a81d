/** Where the stream is: from the revision that is known, and plain where something on the way withholds the compressed one. */
export function streamUrl(lastEventId: number | null, isPlain: boolean): string {
  const asked = new URLSearchParams();
  if (lastEventId !== null) asked.set('lastEventId', String(lastEventId));
  if (isPlain) asked.set('encoding', 'identity');
  return asked.size > 0 ? `/api/status/stream?${asked}` : '/api/status/stream';
}
