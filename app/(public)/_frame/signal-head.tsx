import type { ComponentProps } from 'react';
import type { ServiceStatus } from '@/lib/domain/service-status';

/** Which of the three lamps are lit, from the top: stop, caution, clear. The colours are those of real lamps. */
const lit: Record<ServiceStatus, (string | null)[]> = {
  operational: [null, null, '#3ddc84'],
  under_maintenance: [null, '#6db1ff', '#6db1ff'],
  degraded_performance: [null, '#ffcb3d', null],
  partial_outage: ['#ff9447', '#ff9447', null],
  major_outage: ['#ff5c52', null, null],
};

const dark = [null, null, null];

type SignalHeadProps = ComponentProps<'svg'> & { status: ServiceStatus | null };

/** A colour-light signal showing the page's one word, dark while it is not known. Decoration: the word stands beside it. */
export function SignalHead({ status, ...rest }: SignalHeadProps) {
  return (
    <svg viewBox="0 0 32 80" aria-hidden="true" {...rest}>
      <rect x="1" y="1" width="30" height="78" rx="15" fill="#16191c" stroke="#3a3f45" strokeWidth="1.5" />
      {(status ? lit[status] : dark).map((colour, index) => {
        const y = 17 + index * 23;
        return (
          <g key={y}>
            {colour ? <circle cx="16" cy={y} r="13" fill={colour} opacity="0.22" /> : null}
            <circle cx="16" cy={y} r="8.5" fill={colour ?? '#2b3036'} />
            {colour ? <circle cx="13.4" cy={y - 2.8} r="2.4" fill="#fff" opacity="0.65" /> : null}
          </g>
        );
      })}
    </svg>
  );
}
