import type { PlanMaintenanceInput } from '@/lib/contracts/maintenance-input';
import { commitChange } from '@/lib/database/change';
import { newId } from '@/lib/database/ids';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import type { Actor } from '@/lib/domain/actor';
import { type Maintenance, plannedMaintenance } from '@/lib/domain/maintenance';
import { maintenanceNews } from './maintenance-news';
import { requireResponder } from './require-role';
import { requireServices } from './require-services';

/**
 * Announces work on services in a window of time. A window that has begun is fine: the clock begins the work.
 * Refuses an unknown service, a window that ends before it begins, and one that is over.
 */
export async function planMaintenance(actor: Actor, input: PlanMaintenanceInput): Promise<Maintenance> {
  requireResponder(actor);
  return commitChange(actor, async (turn) => {
    const { tx, at } = turn;
    await requireServices(
      tx,
      input.serviceIds.map((id) => ({ id })),
    );
    const maintenance = plannedMaintenance({ ...input, id: newId(), updateId: newId(), at });
    await maintenanceRepository.insert(tx, maintenance);
    return {
      result: maintenance,
      news: await maintenanceNews(turn, 'maintenance.scheduled', maintenance),
      audit: {
        action: 'maintenance.planned',
        subjectKind: 'maintenance',
        subjectId: maintenance.id,
        after: maintenance,
      },
    };
  });
}
