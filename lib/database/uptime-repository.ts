import type { LocalDay } from '@/lib/domain/uptime/local-day';
import { dailyTallies, type Tally } from '@/lib/domain/uptime/tally';
import { log } from '@/lib/log';
import { database } from './client';
import { readStoredDays, type StoredDay, storeDays } from './uptime-days';
import { readHistories, type UptimeSubject } from './uptime-history';

/** Enough to make the first reading of many services few statements, each of them short. */
const daysPerStatement = 20_000;

/**
 * What held on each of these days (in order, without gaps, the last one today) for each service, up to `now`. Finished
 * days are read from where they are stored, and stored where they were not yet; only the rest comes from the history.
 */
export async function readDailyTallies(
  services: readonly UptimeSubject[],
  { days, timeZone, now }: { days: readonly LocalDay[]; timeZone: string; now: number },
): Promise<Map<string, Tally[]>> {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || services.length === 0) return new Map();
  // Before everything else, so that what is stored is never older than it says.
  const row = await database().statusRevision.findUniqueOrThrow({ where: { id: 1 } });
  const ids = services.map(({ id }) => id);
  const stored = await readStoredDays(ids, { timeZone, first: first.day, last: last.day });
  const gaps = new Map(ids.map((id) => [id, firstGap(stored.get(id), days.length - 1)]));
  const tallies = new Map<string, Tally[]>();
  const computed: StoredDay[] = [];
  for (const place of new Set(gaps.values())) {
    const subjects = services.filter(({ id }) => gaps.get(id) === place);
    const missing = days.slice(place);
    const from = missing[0]?.from ?? now;
    const histories = await readHistories(subjects, { from, until: now, timeZone });
    for (const { id } of subjects) {
      const history = histories.get(id);
      if (!history) continue;
      const live = dailyTallies(history, missing, now);
      const known = days.slice(0, place).map((_, index) => stored.get(id)?.get(index));
      tallies.set(id, [...known.filter((tally) => tally !== undefined), ...live]);
      for (const [index, tally] of live.entries()) {
        const { day, to } = missing[index] as LocalDay;
        if (to <= now) computed.push({ serviceId: id, day, tally });
      }
    }
  }
  await store(computed, { timeZone, revision: row.value });
  return tallies;
}

/** The place of the first day that has to be computed: today's at the latest. */
function firstGap(stored: ReadonlyMap<number, Tally> | undefined, today: number): number {
  let place = 0;
  while (place < today && stored?.has(place)) place += 1;
  return place;
}

/** What can't be stored now is computed again by the next reader; this one has its answer. */
async function store(days: StoredDay[], at: { timeZone: string; revision: number }): Promise<void> {
  try {
    for (let start = 0; start < days.length; start += daysPerStatement) {
      await storeDays(days.slice(start, start + daysPerStatement), at);
    }
  } catch (error) {
    log.warn({ err: error }, 'finished days of uptime could not be stored');
  }
}
