import type { Ref } from 'react';
import { classNames } from '@/app/_ui/class-names';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { type BarShapes, barHeight, calmHeight, dashArray, pitch } from './bar-shapes';

const fills: Record<ServiceStatus, string> = {
  operational: 'fill-operational-lamp',
  under_maintenance: 'fill-maintenance-lamp',
  degraded_performance: 'fill-degraded-lamp',
  partial_outage: 'fill-partial-lamp',
  major_outage: 'fill-major-lamp',
};

type BarPictureProps = {
  ref?: Ref<SVGSVGElement>;
  shapes: BarShapes;
  /** What it shows, in words. */
  label: string;
  /** The place of the day to point out. */
  chosen?: number | null;
};

/** The bars of one service: a handful of elements, however many days. The latest day stands at the end of the line. */
export function BarPicture({ ref, shapes, label, chosen = null }: BarPictureProps) {
  const { unknown, known, held, width } = shapes;
  return (
    <svg
      ref={ref}
      viewBox={`0 0 ${width} ${barHeight}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="absolute inset-y-0 end-0 h-full w-[300%] sm:w-full rtl:-scale-x-100"
    >
      {unknown ? (
        <path d={unknown} strokeDasharray={dashArray} className="stroke-2 stroke-line-strong/60" />
      ) : null}
      {known ? (
        <path
          d={known}
          strokeWidth={calmHeight}
          strokeDasharray={dashArray}
          className="stroke-operational-lamp/55 forced-colors:stroke-[GrayText]"
        />
      ) : null}
      {held.map(([status, d]) => (
        <path key={status} d={d} className={classNames(fills[status], 'forced-colors:fill-[CanvasText]')} />
      ))}
      {chosen === null ? null : (
        <rect x={chosen * pitch - 0.5} y="0" width={pitch} height={barHeight} className="fill-ink/30" />
      )}
    </svg>
  );
}
