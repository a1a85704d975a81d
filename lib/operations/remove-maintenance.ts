import { commitChange } from '@/lib/database/change';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import type { Actor } from '@/lib/domain/actor';
import type { Maintenance } from '@/lib/domain/maintenance';
import { maintenanceNews, requireMaintenance } from './maintenance-news';
import { requireResponder } from './require-role';
import { settleStatuses } from './settle-statuses';

/** Cancels a maintenance: deletes it and its hold on services. The audit log keeps what it said. Answers what was deleted. */
export async function removeMaintenance(actor: Actor, maintenanceId: string): Promise<Maintenance> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const maintenance = await requireMaintenance(turn, maintenanceId);
    await maintenanceRepository.remove(turn.tx, maintenanceId);
    await settleStatuses(turn, maintenance.serviceIds);
    return {
      result: maintenance,
      news: await maintenanceNews(turn, 'maintenance.removed', maintenance),
      audit: {
        action: 'maintenance.deleted',
        subjectKind: 'maintenance',
        subjectId: maintenanceId,
        before: maintenance,
      },
    };
  });
}
