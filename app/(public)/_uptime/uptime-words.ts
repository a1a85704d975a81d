import type { DisruptedDay, ServiceUptime } from '@/lib/contracts/uptime';
import { isWorse, type ServiceStatus } from '@/lib/domain/service-status';
import type { Words } from '@/lib/words/words';
import { formatSpan, formatTime } from '../_time/format-time';

const mostNamedDays = 3;

/** Per cent as a language writes it, with two digits or three; floored, so that only a whole 100 reads 100. */
export function percentWords({ locale }: Words, percent: number, digits: 2 | 3 = 2): string {
  const unit = 10 ** digits;
  // What comes in has three digits; as a whole number it is cut without surprises.
  const floored = Math.floor((Math.round(percent * 1_000) * unit) / 1_000) / unit;
  const fractionDigits = floored === 100 ? 0 : digits;
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(floored / 100);
}

/** A day of the page's calendar as a heading, or short within a sentence. */
export function dayWords({ locale }: Words, day: string, format: 'day' | 'short-day' = 'day'): string {
  return formatTime(`${day}T12:00:00Z`, format, 'UTC', locale);
}

/** How long something held. */
export function spanWords(words: Words, seconds: number): string {
  return formatSpan(seconds * 1_000, words);
}

/** The statuses of a day with how long each held, the worst first. */
export function heldOn({ seconds }: DisruptedDay): [ServiceStatus, number][] {
  return (Object.entries(seconds) as [ServiceStatus, number][]).sort(([a], [b]) => (isWorse(a, b) ? -1 : 1));
}

/** A day in one sentence, for whoever can't see the bars. */
export function daySentence(
  words: Words,
  day: string,
  { since, disruptions }: ServiceUptime,
  today: string,
): string {
  const named = dayWords(words, day);
  if (since === null || day < since) return words.t('uptime.dayUnknown', { day: named });
  const disruption = disruptions.find((one) => one.day === day);
  if (disruption) return words.t('uptime.day', { day: named, statuses: statusList(words, disruption) });
  return words.t(day === today ? 'uptime.dayCalmSoFar' : 'uptime.dayCalm', { day: named });
}

/** All the bars in one sentence: "99.98% uptime over 90 days; 2 days with disruptions: …". */
export function uptimeSummary(words: Words, { percent, disruptions }: ServiceUptime, days: number): string {
  if (percent === null) return words.t('uptime.nothingKnown');
  const over = words.t('uptime.over', { percent: percentWords(words, percent), days });
  if (disruptions.length === 0) return words.t('uptime.summaryCalm', { over });
  const newest = disruptions.slice(-mostNamedDays).reverse();
  const list = newest
    .map((one) =>
      words.t('uptime.dayInList', {
        day: dayWords(words, one.day, 'short-day'),
        statuses: statusList(words, one),
      }),
    )
    .join(words.t('list.separator'));
  const left = disruptions.length - newest.length;
  const named = left > 0 ? words.t('summary.andMore', { names: list, count: left }) : list;
  return words.t('uptime.summary', { over, count: disruptions.length, list: named });
}

function statusList(words: Words, disruption: DisruptedDay): string {
  return heldOn(disruption)
    .map(([status, seconds]) =>
      words.t('uptime.statusFor', {
        status: words.t(`statusAfterName.${status}`),
        span: spanWords(words, seconds),
      }),
    )
    .join(words.t('list.separator'));
}
