'use client';

import { Panel } from '@/app/_ui/panel';
import { useWords } from '@/app/_words/words-provider';
import type { ServiceView } from '@/lib/queries/get-service';
import { zoneWords } from '../../../_time/format-time';
import { UptimeBar } from '../../../_uptime/uptime-bar';
import { useUptime } from '../../../_uptime/uptime-provider';
import { dayWords, percentWords } from '../../../_uptime/uptime-words';
import { useFreshPeriods } from './use-fresh-periods';

/** Uptime over each period, and the last 90 days. Nothing where the team does not show it. */
export function ServiceUptime({ view }: { view: ServiceView }) {
  const words = useWords();
  const { id, name } = view.service;
  const known = useUptime();
  // One that is hidden while it is well is not among those that are told of.
  const uptime = known?.services[id] ?? view.uptime?.services[id];
  const periods = useFreshPeriods(id, view.periods, known);
  if (!uptime || !known) return null;
  return (
    <section aria-labelledby="uptime" className="flex flex-col gap-2">
      <h2 id="uptime" className="font-semibold text-lg">
        {words.t('uptime.title')}
      </h2>
      <Panel className="flex flex-col gap-5 px-4 py-4 sm:px-6 sm:py-5">
        {periods.length > 0 ? (
          <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
            {periods.map(({ days, percent }) => (
              <div key={days} className="flex flex-col">
                <dt className="text-ink-soft text-sm">{words.t('uptime.period', { days })}</dt>
                <dd className="font-semibold text-xl tabular-nums tracking-tight" suppressHydrationWarning>
                  {percent === null ? '–' : percentWords(words, percent, 3)}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        <div className="flex flex-col gap-1.5">
          <UptimeBar name={name} uptime={uptime} serviceId={id} className="[--bar-height:2.5rem]" />
          <p aria-hidden="true" className="flex justify-between text-ink-faint text-xs">
            <span className="sm:hidden" suppressHydrationWarning>
              {dayWords(words, known.days.at(-30) ?? known.from, 'short-day')}
            </span>
            <span className="hidden sm:inline" suppressHydrationWarning>
              {dayWords(words, known.from, 'short-day')}
            </span>
            <span suppressHydrationWarning>{dayWords(words, known.to, 'short-day')}</span>
          </p>
        </div>
        <p className="text-ink-faint text-sm">{words.t('uptime.rules', { zone: pageZone(known) })}</p>
      </Panel>
    </section>
  );
}

function pageZone({ timeZone, to }: { timeZone: string; to: string }): string {
  return zoneWords(timeZone === 'Etc/UTC' ? 'UTC' : timeZone, Date.parse(to));
}
