import type { HistoryEntry, HistoryView } from '@/lib/contracts/history';
import { toMaintenanceRecord, toPublicIncident } from '@/lib/contracts/to-public';
import { type HistoryRow, type HistoryStep, historyRepository } from '@/lib/database/history-repository';
import { incidentRepository } from '@/lib/database/incident-repository';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { serviceRepository } from '@/lib/database/service-repository';
import { type HistoryFilter, placeText } from '@/lib/domain/history';
import { publicUrl } from '@/lib/public-url';

/** What a visitor reads at once. */
const pageSize = 25;

type Turned = Pick<HistoryView, 'entries' | 'older' | 'newer'>;

/**
 * The entries next to a place, and where they go on. A place stays where it is when newer entries come, so nothing
 * is shown twice or left out; newer ones that don't fill a page are the first page.
 */
export async function turnHistory(filter: HistoryFilter, step: HistoryStep | null): Promise<Turned> {
  const rows = await historyRepository.list(filter, step, pageSize + 1);
  const isMore = rows.length > pageSize;
  if (step?.to === 'newer') {
    if (!isMore) return turnHistory(filter, null);
    const shown = rows.slice(1);
    return { entries: await readEntries(shown), newer: placeOf(shown[0]), older: placeOf(shown.at(-1)) };
  }
  const shown = rows.slice(0, pageSize);
  const from = shown[0] ?? step?.from;
  const isNewest =
    !step || !from || (await historyRepository.list(filter, { to: 'newer', from }, 1)).length === 0;
  return {
    entries: await readEntries(shown),
    newer: isNewest ? null : placeText(from),
    older: isMore ? placeOf(shown.at(-1)) : null,
  };
}

function placeOf(row: HistoryRow | undefined): string | null {
  return row ? placeText(row) : null;
}

async function readEntries(rows: readonly HistoryRow[]): Promise<HistoryEntry[]> {
  const idsOf = (kind: HistoryRow['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const [incidents, maintenances, services] = await Promise.all([
    incidentRepository.listByIds(idsOf('incident')),
    maintenanceRepository.listByIds(idsOf('maintenance')),
    serviceRepository.list(),
  ]);
  const statusOf = new Map(services.map(({ id, status }) => [id, status]));
  const entries = new Map<string, HistoryEntry>();
  for (const one of incidents) {
    entries.set(one.id, {
      kind: 'incident',
      incident: toPublicIncident(one, publicUrl(`/incidents/${one.id}`)),
    });
  }
  for (const one of maintenances) {
    entries.set(one.id, { kind: 'maintenance', maintenance: toMaintenanceRecord(one, statusOf) });
  }
  // One may have been removed since its place was read.
  return rows.flatMap(({ id }) => entries.get(id) ?? []);
}
