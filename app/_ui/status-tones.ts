import type { ServiceStatus } from '@/lib/domain/service-status';

type Tone = { text: string; lamp: string; tint: string; border: string };

/** The classes of each status: words, icon, ground and edge. Written out so that Tailwind finds them. */
export const statusTones: Record<ServiceStatus, Tone> = {
  operational: {
    text: 'text-operational',
    lamp: 'text-operational-lamp',
    tint: 'bg-operational-tint',
    border: 'border-operational-lamp/35',
  },
  under_maintenance: {
    text: 'text-maintenance',
    lamp: 'text-maintenance-lamp',
    tint: 'bg-maintenance-tint',
    border: 'border-maintenance-lamp/40',
  },
  degraded_performance: {
    text: 'text-degraded',
    lamp: 'text-degraded-lamp',
    tint: 'bg-degraded-tint',
    border: 'border-degraded-lamp/45',
  },
  partial_outage: {
    text: 'text-partial',
    lamp: 'text-partial-lamp',
    tint: 'bg-partial-tint',
    border: 'border-partial-lamp/45',
  },
  major_outage: {
    text: 'text-major',
    lamp: 'text-major-lamp',
    tint: 'bg-major-tint',
    border: 'border-major-lamp/45',
  },
};
