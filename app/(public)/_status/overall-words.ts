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

/** The page's state in a headline and a sentence, in plain words. */
export function overallWords(state: StatusState): { headline: string; summary: string } {
  const { services, statusLabel } = state;
  const affected = services.filter((service) => service.status !== 'operational');
  const headline =
    statusLabel === 'operational' && services.length === 0 ? 'All quiet' : headlines[statusLabel];
  if (affected.length > 0) {
    const groups = [...serviceStatuses].reverse().flatMap((status) => {
      const names = affected.filter((service) => service.status === status).map((service) => service.name);
      return names.length > 0 ? [`${serviceStatusWord[status]}: ${someOf(names)}.`] : [];
    });
    return {
      headline,
      summary: [...groups, rest(services.length - affected.length)].filter(Boolean).join(' '),
    };
  }
  const open = state.incidents.filter(isOpen).length;
  const calm =
    services.length === 0
      ? 'No services are shown here yet.'
      : `${counted(services.length)} working normally.`;
  if (open === 0) return { headline, summary: calm };
  return { headline, summary: `${open === 1 ? 'One incident is' : `${open} incidents are`} open. ${calm}` };
}

function someOf(names: string[]): string {
  const more = names.length - mostNames;
  if (more <= 1) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} and ${more} more`;
}

function rest(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'One other service is operational.' : `${count} other services are operational.`;
}

function counted(count: number): string {
  if (count === 1) return 'The one service here is';
  return `All ${count} services are`;
}
