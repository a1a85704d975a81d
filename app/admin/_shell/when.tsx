/** A moment in the page's time zone, to the minute. */
export function When({ at, timeZone }: { at: Date; timeZone: string }) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(at.getUTCFullYear() !== new Date().getUTCFullYear() && { year: 'numeric' }),
  });
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {format.format(at)}
    </time>
  );
}
