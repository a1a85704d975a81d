/** A wait as people say it: `30 seconds`, `1 minute`, `12 minutes`; rounded up, so that waiting so long is enough. */
export function waitInWords(seconds: number): string {
  if (seconds <= 59) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
