import type { ReactNode } from 'react';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { classNames } from './class-names';
import { statusTones } from './status-tones';

/** Each status has its own outline, so that it is told apart without colour. */
const shapes: Record<ServiceStatus, { plate: ReactNode; sign: string }> = {
  operational: { plate: <circle cx="8" cy="8" r="7" />, sign: 'M4.8 8.3l2.2 2.2 4.2-4.6' },
  under_maintenance: {
    plate: <rect x="1" y="1" width="14" height="14" rx="3.5" />,
    sign: 'M12.1 5.7A2.3 2.3 0 1 1 10.3 3.9M8.2 7.8L4.5 11.5',
  },
  degraded_performance: {
    plate: <rect x="2.4" y="2.4" width="11.2" height="11.2" rx="2" transform="rotate(45 8 8)" />,
    sign: 'M5 8h6',
  },
  partial_outage: {
    plate: (
      <path d="M6.6 1.9a1.6 1.6 0 0 1 2.8 0l5.7 10.3a1.6 1.6 0 0 1-1.4 2.4H2.3a1.6 1.6 0 0 1-1.4-2.4z" />
    ),
    sign: 'M8 5.6v3.6M8 11.6v.1',
  },
  major_outage: {
    plate: <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" />,
    sign: 'M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6',
  },
};

/** The sign of a status. Decoration: the word stands beside it. */
export function StatusIcon({ status, className }: { status: ServiceStatus; className?: string }) {
  const { plate, sign } = shapes[status];
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={classNames('size-4 flex-none fill-current', statusTones[status].lamp, className)}
    >
      {plate}
      <path
        d={sign}
        className="fill-none stroke-surface"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
