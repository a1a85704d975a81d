import type { ReactNode } from 'react';
import { Sparkline } from './sparkline';

type FigureProps = {
  label: string;
  value: string;
  unit?: string;
  /** What else belongs to the value, in a few words. */
  note: ReactNode;
  points: readonly number[];
  isQuiet: boolean;
};

/** One figure that moves: its name, its value now, and its last two minutes. */
export function Figure({ label, value, unit, note, points, isQuiet }: FigureProps) {
  return (
    <div className="flex min-w-0 flex-col px-4 py-3 sm:px-5">
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd className="mt-0.5">
        <p className="font-semibold text-2xl tabular-nums">
          {value}
          {unit ? <span className="ms-1 font-normal text-base text-ink-soft">{unit}</span> : null}
        </p>
        <p className="mb-2 min-h-4.5 text-ink-faint text-xs tabular-nums">{note}</p>
        <Sparkline points={points} isQuiet={isQuiet} />
      </dd>
    </div>
  );
}
