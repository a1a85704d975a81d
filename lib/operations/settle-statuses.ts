import type { Turn } from '@/lib/database/change';
import { serviceRepository } from '@/lib/database/service-repository';
import { laterThan } from '@/lib/domain/incident';
import type { Service } from '@/lib/domain/service';
import { effectiveStatus } from '@/lib/domain/service-status';

/**
 * Derives the status of these services anew and stores what changed, with its history.
 * The only place that writes `service.status`. Answers the services whose status changed.
 */
export async function settleStatuses({ tx, revision, at }: Turn, ids: readonly string[]): Promise<Service[]> {
  const conditions = await serviceRepository.conditions(tx, [...ids]);
  const changed: Service[] = [];
  for (const [id, condition] of conditions) {
    const service = await serviceRepository.find(id, tx);
    const status = effectiveStatus(condition);
    if (!service || service.status === status) continue;
    const settled = { ...service, status, updatedAt: laterThan(service.updatedAt, at) };
    await serviceRepository.saveStatus(tx, settled, revision);
    changed.push(settled);
  }
  return changed;
}
