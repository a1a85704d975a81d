import type { Maintenance } from '@/lib/domain/maintenance';
import { escaped } from '../markup';
import { saidParts } from './feed-time';

type Said = { status: string; body: string; createdAt: Date };

const labels: Record<string, string> = { in_progress: 'In progress' };

/**
 * What was said, newest first, in exactly Statuspage's markup: its feeds are read by programs that look for the
 * labels in `<strong>`. An update that leaves the status as it was is labelled Update.
 */
export function updatesHtml(updates: readonly Said[], timeZone: string): string {
  return updates
    .map((update, i) => {
      const label = updates[i + 1]?.status === update.status ? 'Update' : labelOf(update.status);
      const { month, day, time, zone } = saidParts(update.createdAt, timeZone);
      const when = `${month} ${variable('date', day)}, ${variable('time', time)} ${escaped(zone)}`;
      return `<p><small>${when}</small><br><strong>${label}</strong> - ${linesHtml(update.body)}</p>`;
    })
    .join('');
}

/** The window that planned work begins with: its end's date is left out where it is the same. */
export function windowHtml(
  { scheduledStartAt, scheduledEndAt }: Pick<Maintenance, 'scheduledStartAt' | 'scheduledEndAt'>,
  timeZone: string,
): string {
  const [start, end] = [saidParts(scheduledStartAt, timeZone), saidParts(scheduledEndAt, timeZone)];
  const sameDay = scheduledEndAt.getTime() - scheduledStartAt.getTime() < dayMs && start.day === end.day;
  const from = `${start.month} ${variable('date', start.day)}, ${variable('time', start.time)}`;
  const until = `${sameDay ? '' : `${end.month} ${variable('date', end.day)}, `}${variable('time', end.time)}`;
  const window = `${from} - ${until} ${escaped(end.zone)}`;
  return `<p><strong>THIS IS A SCHEDULED EVENT ${window}</strong></p>`;
}

const dayMs = 86_400_000;

function labelOf(status: string): string {
  return labels[status] ?? `${status.charAt(0).toUpperCase()}${status.slice(1)}`;
}

function variable(name: 'date' | 'time', value: string): string {
  return `<var data-var='${name}'>${value}</var>`;
}

function linesHtml(text: string): string {
  return escaped(text).replaceAll(/\r?\n/g, '<br />');
}
