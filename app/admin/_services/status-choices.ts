import type { ServiceStatus } from '@/lib/domain/service-status';

/** Short words for rows of buttons, from best to worst, with the classes of the chosen one. */
export const statusChoices: { status: ServiceStatus; word: string; chosen: string }[] = [
  { status: 'operational', word: 'OK', chosen: 'bg-operational-tint text-operational' },
  { status: 'under_maintenance', word: 'Maint.', chosen: 'bg-maintenance-tint text-maintenance' },
  { status: 'degraded_performance', word: 'Degraded', chosen: 'bg-degraded-tint text-degraded' },
  { status: 'partial_outage', word: 'Partial', chosen: 'bg-partial-tint text-partial' },
  { status: 'major_outage', word: 'Major', chosen: 'bg-major-tint text-major' },
];

/** The classes of a chosen radio button for each status. Written out so that Tailwind finds them. */
export const checkedTone: Record<ServiceStatus, string> = {
  operational: 'has-checked:bg-operational-tint has-checked:text-operational',
  under_maintenance: 'has-checked:bg-maintenance-tint has-checked:text-maintenance',
  degraded_performance: 'has-checked:bg-degraded-tint has-checked:text-degraded',
  partial_outage: 'has-checked:bg-partial-tint has-checked:text-partial',
  major_outage: 'has-checked:bg-major-tint has-checked:text-major',
};
