import type { PublicIncident, PublicMaintenance, PublicService } from '@/lib/contracts/live-state';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { maintenanceStatuses } from '@/lib/domain/maintenance';
import { serviceStatuses } from '@/lib/domain/service-status';
import { identified, oneOf, text, time, type Unknown } from './field-readers';

type Raw = Unknown & { id: string };

const longAgo = new Date(0).toISOString();

/** A service of a message, completed from what was known of it. */
export function toService(raw: Raw, known: PublicService | undefined, index: number): PublicService {
  return {
    id: raw.id,
    name: text(raw.name, known?.name ?? raw.id),
    slug: text(raw.slug, known?.slug ?? raw.id),
    description: nullable(raw.description, known?.description),
    groupId: nullable(raw.groupId, known?.groupId),
    groupName: nullable(raw.groupName, known?.groupName),
    status: oneOf(serviceStatuses, raw.status, known?.status ?? 'operational'),
    position: typeof raw.position === 'number' ? raw.position : (known?.position ?? index),
    updatedAt: time(raw.updatedAt, known?.updatedAt ?? longAgo),
  };
}

/** An incident of a message, completed from what was known of it. */
export function toIncident(raw: Raw, known?: PublicIncident): PublicIncident {
  const updates = identified(raw.updates)?.map((update) => ({
    id: update.id,
    status: oneOf(incidentStatuses, update.status, 'investigating' as const),
    body: text(update.body, ''),
    createdAt: time(update.createdAt, time(raw.updatedAt, longAgo)),
    services: affected(update.services) ?? [],
  }));
  const startedAt = time(raw.startedAt, known?.startedAt ?? updates?.at(-1)?.createdAt ?? longAgo);
  return {
    id: raw.id,
    title: text(raw.title, text(raw.name, known?.title ?? 'Incident')),
    status: oneOf(incidentStatuses, raw.status, known?.status ?? 'investigating'),
    impact: oneOf(impacts, raw.impact, known?.impact ?? 'none'),
    startedAt,
    updatedAt: time(raw.updatedAt, known?.updatedAt ?? startedAt),
    resolvedAt: raw.resolvedAt === null ? null : time(raw.resolvedAt, known?.resolvedAt ?? null),
    url: text(raw.url, known?.url ?? `/incidents/${encodeURIComponent(raw.id)}`),
    services: affected(raw.services) ?? known?.services ?? [],
    updates: updates ?? known?.updates ?? [],
  };
}

/** A maintenance of a message in a list, completed from what was known of it; nothing when its window is unknown. */
export function toMaintenance(raw: Raw, known?: PublicMaintenance): PublicMaintenance[] {
  const scheduledStartAt = time(raw.scheduledStartAt, known?.scheduledStartAt);
  const scheduledEndAt = time(raw.scheduledEndAt, known?.scheduledEndAt);
  if (!scheduledStartAt || !scheduledEndAt) return [];
  const updates = identified(raw.updates)?.map((update) => ({
    id: update.id,
    status: oneOf(maintenanceStatuses, update.status, 'scheduled' as const),
    body: text(update.body, ''),
    createdAt: time(update.createdAt, scheduledStartAt),
  }));
  return [
    {
      id: raw.id,
      title: text(raw.title, known?.title ?? 'Maintenance'),
      status: oneOf(maintenanceStatuses, raw.status, known?.status ?? 'scheduled'),
      scheduledStartAt,
      scheduledEndAt,
      services: affected(raw.services) ?? known?.services ?? [],
      updates: updates ?? known?.updates ?? [],
    },
  ];
}

function affected(value: unknown): PublicIncident['services'] | null {
  const items = identified(value);
  return (
    items?.map(({ id, status }) => ({ id, status: oneOf(serviceStatuses, status, 'operational') })) ?? null
  );
}

function nullable(value: unknown, known: string | null | undefined): string | null {
  return value === null ? null : text(value, known ?? null);
}
