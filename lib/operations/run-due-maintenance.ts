import { commitChange } from '@/lib/database/change';
import { newId } from '@/lib/database/ids';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import type { Actor } from '@/lib/domain/actor';
import { dueStatus, type Maintenance, withMaintenanceUpdate } from '@/lib/domain/maintenance';
import { isRefusal, Refusal } from '@/lib/domain/refusal';
import { maintenanceChangeName, requireMaintenance } from './maintenance-news';
import { moveOn } from './post-maintenance-update';

const clock: Actor = { kind: 'system', id: null, name: 'Schedule', role: 'owner', address: null };

/**
 * Begins or ends a maintenance whose time has come by the database's clock, in its own turn: of several processes
 * that try at once, one does it. Answers null where nothing is to be done any more.
 */
export async function runDueMaintenance(maintenanceId: string): Promise<Maintenance | null> {
  const change = commitChange(clock, async (turn) => {
    const before = await requireMaintenance(turn, maintenanceId);
    const status = dueStatus(before, await maintenanceRepository.clock(turn.tx));
    if (!status) throw new Refusal('conflict', 'Another process was first.');
    // No words: the status says it, in each reader's language.
    const after = withMaintenanceUpdate(before, { id: newId(), status, body: '', at: turn.at });
    return {
      result: after,
      news: await moveOn(turn, before, after),
      audit: {
        action: maintenanceChangeName(before, after),
        subjectKind: 'maintenance',
        subjectId: after.id,
        before,
        after,
      },
    };
  });
  return change.catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
}
