import { lastKnownSnapshot } from '@/lib/cache/snapshot-cache';
import type { HistoryRequest, HistoryView } from '@/lib/contracts/history';
import { type HistoryStep, historyRepository } from '@/lib/database/history-repository';
import { pageRepository } from '@/lib/database/page-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { isUnavailable, orUnavailable } from '@/lib/database/unavailable';
import { dayAfterMonth, type HistoryFilter, monthsBetween } from '@/lib/domain/history';
import { inPageOrder } from '@/lib/domain/service';
import { dayStart, localDay } from '@/lib/domain/uptime/local-day';
import { serviceNames } from './build-status-snapshot';
import { turnHistory } from './turn-history';

/**
 * One page of the history, newest first. While Postgres can't be asked it answers what is known of the last days,
 * and throws Unavailable when nothing is.
 */
export async function getHistory(
  request: HistoryRequest,
  unread: readonly string[] = [],
): Promise<HistoryView> {
  try {
    return await orUnavailable(() => read(request, unread));
  } catch (error) {
    const known = isUnavailable(error) && fromSnapshot();
    if (known) return known;
    throw error;
  }
}

async function read(request: HistoryRequest, unread: readonly string[]): Promise<HistoryView> {
  const [{ id, name, timeZone }, allServices, groups, beginning] = await Promise.all([
    pageRepository.get(),
    serviceRepository.list(),
    serviceRepository.listGroups(),
    historyRepository.beginning(),
  ]);
  const service = allServices.find(({ slug }) => slug === request.service);
  const { q = '', impact = null, kind = null } = request;
  const filter: HistoryFilter = { words: q || null, serviceId: service?.id ?? null, impact, kind };
  const turned = await turnHistory(filter, stepOf(request, timeZone));
  return {
    page: { id, name, timeZone },
    ...turned,
    asked: {
      q,
      service: service?.slug ?? '',
      impact: impact ?? '',
      kind: kind ?? '',
      month: request.month ?? '',
    },
    unread: [...unread, ...(request.service && !service ? ['service'] : [])],
    services: inPageOrder(allServices, groups)
      .filter(({ archivedAt, slug }) => archivedAt === null || slug === service?.slug)
      .map(({ slug, name }) => ({ slug, name })),
    months: beginning
      ? monthsBetween(localDay(beginning.getTime(), timeZone), localDay(Date.now(), timeZone))
      : [],
    serviceNames: serviceNames(allServices),
    isPartial: false,
  };
}

function stepOf({ before, after, month }: HistoryRequest, timeZone: string): HistoryStep | null {
  if (before) return { to: 'older', from: before };
  if (after) return { to: 'newer', from: after };
  // No id is before the empty one, so nothing of the next month's first moment is in it.
  return month
    ? { to: 'older', from: { at: new Date(dayStart(dayAfterMonth(month), timeZone)), id: '' } }
    : null;
}

function fromSnapshot(): HistoryView | null {
  const snapshot = lastKnownSnapshot();
  if (!snapshot) return null;
  const { page, state, history, serviceNames } = snapshot;
  const recent = new Map([...state.incidents, ...history].map((incident) => [incident.id, incident]));
  return {
    page,
    entries: [...recent.values()]
      .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))
      .map((incident) => ({ kind: 'incident', incident })),
    older: null,
    newer: null,
    asked: { q: '', service: '', impact: '', kind: '', month: '' },
    unread: [],
    services: [],
    months: [],
    serviceNames,
    isPartial: true,
  };
}
