'use client';

import { useWords } from '@/app/_words/words-provider';
import { useIsHydrated } from './clock';
import { zoneWords } from './format-time';
import { ownZone, showInUtc, useTimeZone } from './time-zone';

/** Says which zone times are in, and lets the visitor read them in UTC or their own. */
export function ZoneSwitch({ at }: { at: number }) {
  const { t } = useWords();
  const zone = useTimeZone();
  const canSwitch = useIsHydrated() && ownZone() !== 'UTC';
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span>{t('zone.timesIn', { zone: zoneWords(zone, at) })}</span>
      {canSwitch ? (
        <button
          type="button"
          onClick={() => showInUtc(zone !== 'UTC')}
          className="text-link min-h-6 print:hidden"
        >
          {t(zone === 'UTC' ? 'zone.useOwn' : 'zone.useUtc')}
        </button>
      ) : null}
    </span>
  );
}
