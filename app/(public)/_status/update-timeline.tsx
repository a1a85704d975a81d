'use client';

import { WrittenText } from '@/app/_ui/written-text';
import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { Moment } from '../_time/moment';
import { AffectedServices } from './affected-services';

/** An update of an incident or of a maintenance, its status in words. */
export type TimelineUpdate = Omit<PublicIncident['updates'][number], 'status'> & { word: string };

type UpdateTimelineProps = {
  /** Newest first. */
  updates: TimelineUpdate[];
  serviceNames: Record<string, string>;
  /** On a page of its own it is whole, and its updates are headings. */
  isWhole?: boolean;
};

const mostUnfolded = 3;
const shownBeforeFold = 2;

/** All updates as stops on a line; the older ones of a long one fold. */
export function UpdateTimeline({ updates, serviceNames, isWhole = false }: UpdateTimelineProps) {
  const { t } = useWords();
  const folds = !isWhole && updates.length > mostUnfolded;
  const shown = folds ? updates.slice(0, shownBeforeFold) : updates;
  const folded = folds ? updates.slice(shownBeforeFold) : [];
  return (
    <div>
      <Stops
        updates={shown}
        serviceNames={serviceNames}
        isContinued={folded.length > 0}
        areHeadings={isWhole}
      />
      {folded.length > 0 ? (
        <details className="group">
          <summary className="ms-5 inline-flex min-h-8 items-center font-medium text-accent text-sm underline-offset-4 hover:underline group-open:mb-4">
            <span className="group-open:hidden">{t('updates.showEarlier', { count: folded.length })}</span>
            <span className="hidden group-open:inline">
              {t('updates.hideEarlier', { count: folded.length })}
            </span>
          </summary>
          <Stops updates={folded} serviceNames={serviceNames} />
        </details>
      ) : null}
    </div>
  );
}

type StopsProps = {
  updates: TimelineUpdate[];
  serviceNames: Record<string, string>;
  isContinued?: boolean;
  areHeadings?: boolean;
};

function Stops({ updates, serviceNames, isContinued = false, areHeadings = false }: StopsProps) {
  const { t } = useWords();
  const Status = areHeadings ? 'h3' : 'p';
  return (
    <ol>
      {updates.map((update, index) => (
        <li key={update.id} className="relative ps-5 pb-5 last:pb-1">
          {isContinued || index < updates.length - 1 ? (
            <span
              aria-hidden="true"
              className="absolute start-1 top-3 bottom-[-0.6rem] w-px bg-line-strong/50"
            />
          ) : null}
          <span
            aria-hidden="true"
            className="absolute start-0 top-[0.45rem] size-[9px] rounded-full border-2 border-line-strong bg-surface"
          />
          <div className="flex flex-wrap items-baseline gap-x-2">
            <Status className="font-semibold">{update.word}</Status>
            <Moment at={update.createdAt} className="text-ink-faint text-sm" />
          </div>
          {update.body ? (
            <div dir="auto" className="mt-0.5 w-fit max-w-[min(68ch,100%)]">
              <WrittenText>{update.body}</WrittenText>
            </div>
          ) : null}
          {update.services.length > 0 ? (
            <div className="mt-2">
              <AffectedServices
                services={update.services}
                serviceNames={serviceNames}
                label={t('incident.setByUpdate')}
              />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
