import type { Transaction } from '@/lib/database/client';
import { serviceRepository } from '@/lib/database/service-repository';
import type { NamedService } from '@/lib/domain/incident';
import { Refusal } from '@/lib/domain/refusal';
import type { ServiceStatus } from '@/lib/domain/service-status';

/** The present status of every service by id; refuses a named service that does not exist, is archived or named twice. */
export async function requireServices(
  tx: Transaction,
  named: readonly NamedService[],
  alreadyNamed: readonly NamedService[] = [],
): Promise<Map<string, ServiceStatus>> {
  const services = await serviceRepository.list(tx);
  const known = new Set(alreadyNamed.map((service) => service.id));
  const usable = new Set(services.filter((s) => s.archivedAt === null || known.has(s.id)).map((s) => s.id));
  const unknown = named.find((service) => !usable.has(service.id));
  if (unknown) {
    const field = unknown.status ? 'services' : 'concernedServices';
    throw new Refusal('invalid', `There is no service ${unknown.id}.`, field);
  }
  if (new Set(named.map((service) => service.id)).size < named.length) {
    throw new Refusal('invalid', 'A service is named twice.', 'services');
  }
  return new Map(services.map((service) => [service.id, service.status]));
}
