import { serviceStatusWord } from '@/app/_ui/status-words';
import type { StatusState } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';
import { type ServiceStatus, serviceStatuses } from '@/lib/domain/service-status';

const headlines: Record<ServiceStatus, string> = {
  operational: 'All systems operational',
  under_maintenance: 'Maintenance under way',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

const mostNames = 3;
const longestNames = 44;

/** The page's state in a headline and a sentence, in plain words: what is wrong first, what works last. */
export function overallWords(state: StatusState): { headline: string; summary: string } {
  const { services, statusLabel } = state;
  const affected = services.filter((service) => service.status !== 'operational');
  if (affected.length === 0) return wordsWithoutAffected(state);

  const namesOf = (status: ServiceStatus) =>
    affected.filter((service) => service.status === status).map((service) => service.name);
  const worst = namesOf(statusLabel).join(', ');
  const isShort = worst !== '' && worst.length <= longestNames;
  const groups = [...serviceStatuses].reverse().flatMap((status) => {
    const names = isShort && status === statusLabel ? [] : namesOf(status);
    return names.length > 0 ? [`${serviceStatusWord[status]}: ${someOf(names)}.`] : [];
  });
  return {
    headline: isShort ? `${headlines[statusLabel]}: ${worst}` : headlines[statusLabel],
    summary: [...groups, rest(services.length - affected.length)].filter(Boolean).join(' '),
  };
}

function wordsWithoutAffected(state: StatusState): { headline: string; summary: string } {
  const { services, statusLabel } = state;
  const open = state.incidents.filter(isOpen).length;
  const isBlank = services.length === 0 && statusLabel === 'operational';
  const calm =
    services.length === 0
      ? 'No services are shown here yet.'
      : `${counted(services.length)} working normally.`;
  const incidents = open === 1 ? 'One incident is open. ' : `${open} incidents are open. `;
  return {
    headline: isBlank ? 'All quiet' : headlines[statusLabel],
    summary: `${open > 0 ? incidents : ''}${calm}`,
  };
}

function someOf(names: string[]): string {
  const more = names.length - mostNames;
  if (more <= 1) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} and ${more} more`;
}

function rest(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'The one other service is operational.'
    : `The other ${count} services are operational.`;
}

function counted(count: number): string {
  return count === 1 ? 'The one service here is' : `All ${count} services are`;
}
