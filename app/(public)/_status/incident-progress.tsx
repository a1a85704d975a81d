'use client';

import { classNames } from '@/app/_ui/class-names';
import { useWords } from '@/app/_words/words-provider';
import { type IncidentStatus, incidentStatuses } from '@/lib/domain/incident';

/** How far an incident has come, drawn as a line with four stops. */
export function IncidentProgress({ status }: { status: IncidentStatus }) {
  const { t } = useWords();
  const reached = incidentStatuses.indexOf(status);
  return (
    <ol className="flex" aria-label={t('incident.progress')}>
      {incidentStatuses.map((stop, index) => {
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
            {index < incidentStatuses.length - 1 ? (
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
            <span className={isHere || index === incidentStatuses.length - 1 ? '' : 'max-[26rem]:sr-only'}>
              {t(`incidentStatus.${stop}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
