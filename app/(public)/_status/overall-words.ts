import type { StatusState } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';
import { type ServiceStatus, serviceStatuses } from '@/lib/domain/service-status';
import type { Words } from '@/lib/words/words';

const mostNames = 3;
const longestNames = 44;

/** The page's state in a headline and a sentence, in plain words: what is wrong first, what works last. */
export function overallWords(state: StatusState, words: Words): { headline: string; summary: string } {
  const { t } = words;
  const { services, statusLabel } = state;
  const affected = services.filter((service) => service.status !== 'operational');
  if (affected.length === 0) return wordsWithoutAffected(state, words);

  const namesOf = (status: ServiceStatus) =>
    affected.filter((service) => service.status === status).map((service) => service.name);
  const headline = t(`headline.${statusLabel}`);
  const worst = namesOf(statusLabel).join(t('list.separator'));
  const isShort = worst !== '' && worst.length <= longestNames;
  const sentences = [...serviceStatuses].reverse().flatMap((status) => {
    const names = isShort && status === statusLabel ? [] : namesOf(status);
    const some = { status: t(`status.${status}`), names: someOf(names, words) };
    return names.length > 0 ? [t('summary.affected', some)] : [];
  });
  const others = services.length - affected.length;
  if (others > 0) sentences.push(t('summary.others', { count: others }));
  return {
    headline: isShort ? t('headline.withNames', { headline, names: worst }) : headline,
    summary: sentences.join(t('sentence.separator')),
  };
}

function wordsWithoutAffected(state: StatusState, { t }: Words): { headline: string; summary: string } {
  const { services, statusLabel } = state;
  const open = state.incidents.filter(isOpen).length;
  const isBlank = services.length === 0 && statusLabel === 'operational';
  const sentences = [t('summary.all', { count: services.length })];
  if (open > 0) sentences.unshift(t('summary.openIncidents', { count: open }));
  return {
    headline: t(isBlank ? 'headline.quiet' : `headline.${statusLabel}`),
    summary: sentences.join(t('sentence.separator')),
  };
}

function someOf(names: string[], { t }: Words): string {
  const separator = t('list.separator');
  const more = names.length - mostNames;
  if (more <= 1) return names.join(separator);
  return t('summary.andMore', { names: names.slice(0, mostNames).join(separator), count: more });
}
