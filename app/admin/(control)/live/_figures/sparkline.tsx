import { classNames } from '@/app/_ui/class-names';

const width = 120;
const height = 32;
/** Room for the line's own thickness at the upper and lower edge. */
const margin = 2;
const mostPoints = 60;

type SparklineProps = {
  /** Oldest first; the newest stands at the right edge. */
  points: readonly number[];
  isQuiet?: boolean;
};

/** The course of a figure over the last two minutes, from 0 to its peak. The figure itself stands beside it in words. */
export function Sparkline({ points, isQuiet = false }: SparklineProps) {
  const shown = points.slice(-mostPoints);
  const peak = Math.max(...shown, 0) || 1;
  const step = width / (mostPoints - 1);
  const from = width - (shown.length - 1) * step;
  const line = shown.map((value, i) => {
    const y = height - margin - (value / peak) * (height - 2 * margin);
    return `${(from + i * step).toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={classNames('h-9 w-full', isQuiet ? 'text-line-strong' : 'text-accent')}
    >
      <path d={`M0,${height - 0.5}H${width}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
      {line.length > 1 ? (
        <>
          <path
            d={`M${from.toFixed(1)},${height}L${line.join('L')}L${width},${height}Z`}
            className="fill-current opacity-10"
          />
          <path
            d={`M${line.join('L')}`}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </>
      ) : null}
    </svg>
  );
}
