import { statusOfImpact } from '@/app/_ui/status-words';
import type { MaintenanceRecord } from '@/lib/contracts/history';
import type { PublicIncident, StatusSnapshot } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';
import { isUnderWay } from '@/lib/domain/maintenance';
import type { ServiceView } from '@/lib/queries/get-service';
import { defaultLanguage } from '@/lib/words/catalogue';
import { wordPack } from '@/lib/words/word-pack';
import { wordsOf } from '@/lib/words/words';
import { overallWords } from '../_status/overall-words';
import { formatSpan, formatTime, zoneOffset } from '../_time/format-time';
import { percentWords } from '../_uptime/uptime-words';
import type { CardContent } from './share-card';

/** Whoever fetches a card says nothing of who will see it, so cards speak one language. */
const words = wordsOf(wordPack(defaultLanguage));
const { t, locale } = words;

type Around = { page: StatusSnapshot['page']; serviceNames: Record<string, string> };

/** What the page's own card says: its state. */
export function pageCard({ page, state }: Pick<StatusSnapshot, 'page' | 'state'>): CardContent {
  const { headline, summary } = overallWords(state, words);
  const kind = t(`headline.${state.statusLabel}`);
  return { pageName: page.name, status: state.statusLabel, title: headline, kind, word: '', line: [summary] };
}

/** What an incident's card says. */
export function incidentCard({
  page,
  serviceNames,
  incident,
}: Around & { incident: PublicIncident }): CardContent {
  const { impact, status, title, startedAt, resolvedAt, services } = incident;
  const span = resolvedAt && formatSpan(Date.parse(resolvedAt) - Date.parse(startedAt), words);
  return {
    pageName: page.name,
    status: isOpen(incident) ? statusOfImpact[impact] : 'operational',
    title,
    kind: t('card.incident'),
    word: `${t(`incidentStatus.${status}`)} · ${t(`impact.${impact}`)}`,
    line: [
      formatTime(startedAt, 'date', page.timeZone, locale),
      ...(span ? [t('incident.lasted', { span })] : []),
      ...namesOf(services, serviceNames),
    ],
  };
}

/** What a maintenance's card says. */
export function maintenanceCard({
  page,
  serviceNames,
  maintenance,
}: Around & { maintenance: MaintenanceRecord }): CardContent {
  const { title, status, scheduledStartAt, scheduledEndAt, services } = maintenance;
  const time = (at: string) => formatTime(at, 'time', page.timeZone, locale);
  const zone = zoneOffset(page.timeZone, Date.parse(scheduledEndAt));
  return {
    pageName: page.name,
    status: isUnderWay(maintenance) || status === 'scheduled' ? 'under_maintenance' : 'operational',
    title,
    kind: t('historyKind.maintenance'),
    word: `${t('historyKind.maintenance')} · ${t(`maintenanceStatus.${status}`)}`,
    line: [
      formatTime(scheduledStartAt, 'date', page.timeZone, locale),
      `${time(scheduledStartAt)} – ${time(scheduledEndAt)} ${zone}`,
      ...namesOf(services, serviceNames),
    ],
  };
}

/** What a service's card says. */
export function serviceCard({
  page,
  service,
  uptime,
}: Pick<ServiceView, 'page' | 'service' | 'uptime'>): CardContent {
  const { id, name, status, description } = service;
  return {
    pageName: page.name,
    status,
    title: name,
    kind: t('history.service'),
    word: t(`status.${status}`),
    line: [...(description ? [description] : []), ...overOf(uptime?.services[id]?.percent)],
  };
}

function overOf(percent: number | null | undefined): string[] {
  if (percent == null) return [];
  return [t('uptime.over', { percent: percentWords(words, percent), days: 90 })];
}

function namesOf(services: readonly { id: string }[], names: Record<string, string>): string[] {
  const known = services.flatMap(({ id }) => names[id] ?? []);
  return known.length > 0 ? [known.join(t('list.separator'))] : [];
}
