import type { ServiceStatus } from '@/lib/domain/service-status';
import { serviceStatuses } from '@/lib/domain/service-status';
import type { Options } from './options';
import type { Matter, Reading } from './reading';
import type { Words } from './words';

/** What a widget shows, in words: everything but the elements themselves. */
export type View = {
  kind: Options['kind'];
  status: ServiceStatus | 'unknown';
  /** Before the headline, where the widget tells of one service alone. */
  name: string | null;
  headline: string;
  services: { slug: string; name: string; status: ServiceStatus; word: string }[];
  matters: { title: string; word: string; path: string }[];
  isStale: boolean;
  isHidden: boolean;
};

/** How many incidents and works a banner names; its headline leads to all of them. */
const mostMatters = 3;

/** What to show of a reading. Null is none yet; `isLost`: the server has not confirmed it for too long, or ever. */
export function viewOf(
  reading: Reading | null,
  isLost: boolean,
  { kind, services: slugs, hidesWhenOperational }: Options,
  { t }: Words,
): View {
  const chosen = reading?.services.filter(({ slug }) => !slugs || slugs.includes(slug)) ?? [];
  if (!reading || (slugs && chosen.length === 0)) {
    const headline = t(reading || isLost ? 'error.title' : 'connection.connecting');
    const isHidden = hidesWhenOperational;
    return {
      kind,
      status: 'unknown',
      name: null,
      headline,
      services: [],
      matters: [],
      isStale: false,
      isHidden,
    };
  }
  const worst = Math.max(...chosen.map(({ status }) => serviceStatuses.indexOf(status)));
  const status = slugs ? (serviceStatuses[worst] ?? reading.status) : reading.status;
  const single = slugs && chosen.length === 1 ? (chosen[0]?.name ?? null) : null;
  const isStale = isLost || reading.isStale;
  const headline = t(single !== null ? `status.${status}` : `headline.${status}`);
  const isOurs = ({ serviceIds }: Matter) => !slugs || chosen.some(({ id }) => serviceIds.includes(id));
  return {
    kind,
    status,
    name: single,
    headline: isStale ? t('headline.lastKnown').replace('{headline}', () => headline) : headline,
    services: chosen.map(({ slug, name, status }) => ({ slug, name, status, word: t(`status.${status}`) })),
    matters: [...reading.incidents, ...reading.works]
      .filter(isOurs)
      .slice(0, mostMatters)
      .map(({ title, word, path }) => ({ title, word: t(word), path })),
    isStale,
    isHidden: hidesWhenOperational && status === 'operational',
  };
}

/** What changed from one view to the next, in sentences for those who hear the page. Empty when nothing did. */
export function changeWords(before: View, after: View): string {
  if (before.status === 'unknown') return '';
  const changed = after.services.filter(({ slug, status }) =>
    before.services.some((one) => one.slug === slug && one.status !== status),
  );
  if (changed.length > 0) return changed.map(({ name, word }) => `\u2068${name}\u2069: ${word}.`).join(' ');
  return before.headline === after.headline ? '' : `${after.headline}.`;
}
