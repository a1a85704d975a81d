'use client';

import type { ReactNode } from 'react';
import { useWords } from '@/app/_words/words-provider';
import { Moment } from '../../_time/moment';

type HistoryRowProps = {
  at: string;
  title: string;
  href: string;
  /** How bad, how long: what stands before the names of the services. */
  meta: ReactNode;
  services: readonly { id: string }[];
  serviceNames: Record<string, string>;
  countOfUpdates: number;
  children: ReactNode;
};

/** One entry: its day, its title, what it was in a line, and its timeline one click away. */
export function HistoryRow(props: HistoryRowProps) {
  const { at, title, href, meta, services, serviceNames, countOfUpdates, children } = props;
  const { t } = useWords();
  const count = { count: countOfUpdates };
  const names = services.flatMap(({ id }) => serviceNames[id] ?? []);
  return (
    <article className="sm:grid sm:grid-cols-[5.5rem_1fr] sm:gap-x-3">
      <p className="flex gap-x-2 text-ink-faint text-sm sm:flex-col sm:pt-0.5">
        <Moment at={at} format="short-day" />
        <Moment at={at} format="time" />
      </p>
      <div className="min-w-0">
        <h3 className="font-semibold">
          <a href={href} className="underline-offset-4 hover:underline">
            <bdi>{title}</bdi>
          </a>
        </h3>
        <details className="group">
          <summary className="flex flex-wrap items-center gap-x-3 text-ink-soft text-sm">
            {meta}
            {names.length > 0 ? <span dir="auto">{names.join(t('list.separator'))}</span> : null}
            {countOfUpdates > 0 ? (
              <span className="inline-flex min-h-6 items-center font-medium text-accent underline-offset-4 group-hover:underline">
                <span className="group-open:hidden">{t('updates.show', count)}</span>
                <span className="hidden group-open:inline">{t('updates.hide', count)}</span>
              </span>
            ) : null}
          </summary>
          <div className="pt-3">{children}</div>
        </details>
      </div>
    </article>
  );
}
