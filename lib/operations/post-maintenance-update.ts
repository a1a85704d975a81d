import type { PostMaintenanceUpdateInput } from '@/lib/contracts/maintenance-input';
import { commitChange, type Turn } from '@/lib/database/change';
import { newId } from '@/lib/database/ids';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import type { Actor } from '@/lib/domain/actor';
import { type Maintenance, withMaintenanceUpdate } from '@/lib/domain/maintenance';
import { maintenanceChangeName, maintenanceNews, requireMaintenance } from './maintenance-news';
import { requireResponder } from './require-role';
import { settleStatuses } from './settle-statuses';

/**
 * Posts an update to a maintenance, and begins it, verifies it or completes it where the update says so. Its
 * services show under maintenance while it goes on, and fall back to what else holds for each when it ends.
 */
export async function postMaintenanceUpdate(
  actor: Actor,
  maintenanceId: string,
  input: PostMaintenanceUpdateInput,
): Promise<Maintenance> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireMaintenance(turn, maintenanceId);
    const { body, status = before.status } = input;
    const after = withMaintenanceUpdate(before, { id: newId(), status, body, at: turn.at });
    return {
      result: after,
      news: await moveOn(turn, before, after),
      audit: {
        action: 'maintenance.update-posted',
        subjectKind: 'maintenance',
        subjectId: after.id,
        before,
        after,
      },
    };
  });
}

/** Saves the work as it is after an update, and settles its services. Answers the news of it. */
export async function moveOn(turn: Turn, before: Maintenance, after: Maintenance) {
  await maintenanceRepository.save(turn.tx, before, after);
  await settleStatuses(turn, after.serviceIds);
  return maintenanceNews(turn, maintenanceChangeName(before, after), after);
}
