'use client';

import { Button, buttonClass } from '@/app/_ui/button';
import { Field } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { useWords } from '@/app/_words/words-provider';
import type { HistoryView } from '@/lib/contracts/history';
import { historyKinds } from '@/lib/domain/history';
import { impacts } from '@/lib/domain/incident';
import { formatTime } from '../../_time/format-time';
import { isNarrowed } from './history-address';

/** The form that asks for a part of the history. It says so in the address, with JavaScript and without. */
export function HistoryFilters({ view: { asked, services, months } }: { view: HistoryView }) {
  const { t, locale } = useWords();
  return (
    <search className="print:hidden">
      <form action="/history" className="grid grid-cols-2 items-end gap-x-3 gap-y-3 sm:grid-cols-4">
        <div className="col-span-2 flex items-end gap-2 sm:col-span-4">
          <div className="min-w-0 flex-1">
            <Field
              id="q"
              type="search"
              label={t('history.search')}
              placeholder={t('history.searchHint')}
              defaultValue={asked.q}
              maxLength={200}
              dir="auto"
            />
          </div>
          <Button tone="primary">{t('history.show')}</Button>
          {isNarrowed(asked) ? (
            <a href="/history" className={buttonClass('quiet')}>
              {t('history.clear')}
            </a>
          ) : null}
        </div>
        <Select id="service" label={t('history.service')} defaultValue={asked.service}>
          <option value="">{t('history.anyService')}</option>
          {services.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Select id="kind" label={t('history.kind')} defaultValue={asked.kind}>
          <option value="">{t('history.anyKind')}</option>
          {historyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`historyKind.${kind}`)}
            </option>
          ))}
        </Select>
        <Select id="impact" label={t('history.impact')} defaultValue={asked.impact}>
          <option value="">{t('history.anyImpact')}</option>
          {[...impacts].reverse().map((impact) => (
            <option key={impact} value={impact}>
              {t(`impact.${impact}`)}
            </option>
          ))}
        </Select>
        <Select id="month" label={t('history.month')} defaultValue={asked.month}>
          <option value="">{t('history.anyMonth')}</option>
          {months.map((month) => (
            <option key={month} value={month} suppressHydrationWarning>
              {formatTime(`${month}-15T12:00:00Z`, 'month', 'UTC', locale)}
            </option>
          ))}
        </Select>
      </form>
    </search>
  );
}
