'use client';

import { WrittenText } from '@/app/_ui/written-text';
import { useWords } from '@/app/_words/words-provider';
import type { PublicMaintenance } from '@/lib/contracts/live-state';
import { Moment } from '../_time/moment';

type MaintenanceUpdatesProps = {
  updates: PublicMaintenance['updates'];
  serviceWords: string | null;
  isFolded: boolean;
};

/** What was said of a maintenance: the latest in full while it is under way, the rest one click away. */
export function MaintenanceUpdates({ updates, serviceWords, isFolded }: MaintenanceUpdatesProps) {
  const { t } = useWords();
  // What begins by the clock says no words of its own.
  const shown = isFolded ? undefined : updates.find(({ body }) => body);
  const folded = updates.filter((update) => update !== shown);
  return (
    <>
      {shown ? (
        <div dir="auto" className="my-1 w-fit max-w-[min(68ch,100%)]">
          <WrittenText>{shown.body}</WrittenText>
        </div>
      ) : null}
      {folded.length === 0 ? (
        <p className="text-ink-soft text-sm">{serviceWords}</p>
      ) : (
        <details className="group">
          <summary className="flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
            {serviceWords ? <bdi>{serviceWords}</bdi> : null}
            <span className="inline-flex min-h-6 items-center font-medium text-accent underline-offset-4 group-hover:underline">
              {isFolded ? t('maintenance.details') : t('maintenance.earlier', { count: folded.length })}
            </span>
          </summary>
          <ol className="mt-1 mb-1 flex flex-col gap-3">
            {folded.map((update) => (
              <li key={update.id} className="max-w-[68ch]">
                <p className="text-sm">
                  <span className="font-semibold">{t(`maintenanceStatus.${update.status}`)}</span>{' '}
                  <Moment at={update.createdAt} className="text-ink-faint" />
                </p>
                {update.body ? (
                  <div dir="auto" className="w-fit max-w-full">
                    <WrittenText>{update.body}</WrittenText>
                  </div>
                ) : null}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
