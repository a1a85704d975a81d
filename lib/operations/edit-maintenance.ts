import type { EditMaintenanceInput } from '@/lib/contracts/maintenance-input';
import { commitChange } from '@/lib/database/change';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import type { Actor } from '@/lib/domain/actor';
import { type Maintenance, replanned } from '@/lib/domain/maintenance';
import { Refusal } from '@/lib/domain/refusal';
import { withoutUndefined } from './edit-service';
import { maintenanceNews, requireMaintenance } from './maintenance-news';
import { requireResponder } from './require-role';
import { requireServices } from './require-services';
import { settleStatuses } from './settle-statuses';

/**
 * Changes a maintenance's title, window or services without posting an update; what is left out stays.
 * Refuses as a conflict when `version` is given and the maintenance has changed since.
 */
export async function editMaintenance(
  actor: Actor,
  maintenanceId: string,
  { version, ...plan }: EditMaintenanceInput,
): Promise<Maintenance> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const before = await requireMaintenance(turn, maintenanceId);
    if (version !== undefined && version !== before.version) {
      throw new Refusal('conflict', 'Someone changed this maintenance while you were editing it.');
    }
    const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
    await requireServices(turn.tx, named(plan.serviceIds ?? []), named(before.serviceIds));
    const after = replanned(before, withoutUndefined(plan), turn.at);
    await maintenanceRepository.save(turn.tx, before, after);
    await settleStatuses(turn, [...new Set([...before.serviceIds, ...after.serviceIds])]);
    return {
      result: after,
      news: await maintenanceNews(turn, 'maintenance.updated', after),
      audit: {
        action: 'maintenance.edited',
        subjectKind: 'maintenance',
        subjectId: after.id,
        before,
        after,
      },
    };
  });
}
