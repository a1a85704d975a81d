import { badgeQuery } from '@/lib/contracts/badge-query';
import type { Problem } from '@/lib/contracts/problem';
import { overallStatus } from '@/lib/domain/overall-status';
import { isShown } from '@/lib/domain/service';
import type { ServiceStatus } from '@/lib/domain/service-status';
import type { StatusRecord } from '@/lib/queries/get-status-record';
import { cacheControls, type Publication } from '../publication';
import { type Badge, badgeSvg } from './badge-svg';

const words: Record<ServiceStatus, string> = {
  operational: 'Operational',
  under_maintenance: 'Under maintenance',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

/** The page's word as a badge; a problem where the query asks for a look that there is not. */
export function pageBadge(query: URLSearchParams): Publication | Problem {
  return badgeAt('/badge.svg', query, ({ site, incidents }) => {
    const status = overallStatus(site.services.filter(isShown), incidents);
    const word = status === 'operational' ? 'All systems operational' : words[status];
    return { label: site.page.name, word, status };
  });
}

/** The word on one service as a badge. */
export function serviceBadge(slug: string, query: URLSearchParams): Publication | Problem {
  return badgeAt(`/services/${slug}/badge.svg`, query, ({ site }) => {
    const service = site.services.find((one) => one.slug === slug && !one.archivedAt);
    return service ? { label: service.name, word: words[service.status], status: service.status } : null;
  });
}

function badgeAt(
  path: string,
  query: URLSearchParams,
  find: (record: StatusRecord) => Badge | null,
): Publication | Problem {
  const look = badgeQuery.safeParse(Object.fromEntries(query));
  if (!look.success) return badLook(look.error.issues);
  return {
    key: `${path}?${look.data.style}&${look.data.theme}`,
    type: 'image/svg+xml; charset=utf-8',
    cacheControl: cacheControls.state,
    write: (record, isStale) => {
      const badge = find(record);
      return badge && badgeSvg(isStale ? lastKnown(badge) : badge, look.data);
    },
  };
}

function lastKnown(badge: Badge): Badge {
  return { ...badge, word: `${badge.word} (last known)` };
}

function badLook(issues: readonly { path: PropertyKey[]; message: string }[]): Problem {
  const errors = issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return { status: 400, title: 'There is no badge that looks like this.', errors };
}
