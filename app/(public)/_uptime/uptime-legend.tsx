import { useWords } from '@/app/_words/words-provider';
import { useUptime } from './uptime-provider';

const narrowDays = 30;

/** What the bars show, and what the per cents count; where it is narrow the bars show less. */
export function UptimeLegend() {
  const { t } = useWords();
  const days = useUptime()?.days.length;
  if (!days) return null;
  return (
    <p className="text-ink-faint text-sm">
      <span className="sm:hidden">{t('uptime.period', { days: narrowDays })} · </span>
      {t('uptime.legend', { days })}
    </p>
  );
}
