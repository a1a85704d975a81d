import type { Service } from '@/lib/domain/service';
import type { ChangeComponentRequest, CreateComponentRequest } from './manage-api';
import type { CreateServiceInput, EditServiceInput } from './service-input';

/** A new service. Like Statuspage's, it is on show unless the script says otherwise. */
export function toCreateServiceInput(asked: CreateComponentRequest): CreateServiceInput {
  return {
    name: asked.name,
    description: asked.description ?? null,
    groupId: asked.group_id ?? null,
    status: asked.status ?? 'operational',
    showcase: asked.showcase ?? true,
    onlyShowIfDegraded: asked.only_show_if_degraded ?? false,
    startDate: asked.start_date ?? null,
  };
}

/** What of the change is new to the service as it is; null when nothing is. */
export function toEditServiceInput(asked: ChangeComponentRequest, present: Service): EditServiceInput | null {
  const wanted: EditServiceInput = {
    name: asked.name,
    description: asked.description,
    groupId: asked.group_id,
    status: asked.status,
    showcase: asked.showcase,
    onlyShowIfDegraded: asked.only_show_if_degraded,
    startDate: asked.start_date,
  };
  const news = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && isNews(field, value, present),
  );
  return news.length > 0 ? Object.fromEntries(news) : null;
}

/** A person's word on the status counts even if it is what visitors see: an incident may be why they see it. */
function isNews(field: string, value: unknown, present: Service): boolean {
  return field === 'status'
    ? value !== present.status || value !== present.ownStatus
    : value !== present[field as keyof Service];
}
