import { serviceRepository } from '@/lib/database/service-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import { inPageOrder, type Service, type ServiceGroup } from '@/lib/domain/service';

/** Every group and every service, archived ones too, in the order of the page. Throws Unavailable. */
export async function getServiceList(): Promise<{ groups: ServiceGroup[]; services: Service[] }> {
  return orUnavailable(async () => {
    const [groups, services] = await Promise.all([serviceRepository.listGroups(), serviceRepository.list()]);
    return { groups, services: inPageOrder(services, groups) };
  });
}
