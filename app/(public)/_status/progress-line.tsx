import { classNames } from '@/app/_ui/class-names';

type ProgressLineProps = { label: string; stops: readonly string[]; reached: number };

/** How far something has come, drawn as a line with stops. */
export function ProgressLine({ label, stops, reached }: ProgressLineProps) {
  return (
    <ol className="flex" aria-label={label}>
      {stops.map((stop, index) => {
        const isPassed = index < reached;
        const isHere = index === reached;
        return (
          <li
            key={stop}
            aria-current={isHere ? 'step' : undefined}
            className={classNames(
              'relative flex-1 pt-4 text-xs last:flex-none',
              isHere ? 'font-semibold text-ink' : 'text-ink-faint',
            )}
          >
            {index < stops.length - 1 ? (
              <span
                aria-hidden="true"
                className={classNames('absolute start-0 top-1 h-0.5 w-full', isPassed ? 'bg-ink' : 'bg-line')}
              />
            ) : null}
            <span
              aria-hidden="true"
              className={classNames(
                'absolute start-0 top-0 size-2.5 rounded-full border-2',
                isPassed || isHere ? 'border-ink' : 'border-line bg-surface',
                isPassed && 'bg-ink',
                isHere && 'bg-surface outline-3 outline-ink/15',
              )}
            />
            <span className={isHere || index === stops.length - 1 ? '' : 'max-[26rem]:sr-only'}>{stop}</span>
          </li>
        );
      })}
    </ol>
  );
}
