import type { IncidentStatus } from '@/lib/domain/incident';
import type { MaintenanceStatus } from '@/lib/domain/maintenance';
import { type ServiceStatus, serviceStatuses } from '@/lib/domain/service-status';
import { identified, isFields, oneOf, text } from '@/lib/live/client/field-readers';

const open = ['investigating', 'identified', 'monitoring'] as const satisfies IncidentStatus[];
const underWay = ['in_progress', 'verifying'] as const satisfies MaintenanceStatus[];

/** What goes on: an open incident, or maintenance under way. `path` is where its server has more of it. */
export type Matter = {
  title: string;
  word: `incidentStatus.${(typeof open)[number]}` | `maintenanceStatus.${(typeof underWay)[number]}`;
  path: string;
  serviceIds: string[];
};

type ReadService = { id: string; slug: string; name: string; status: ServiceStatus };

/** What the widget knows of a state. */
export type Reading = {
  /** Null when another program said it. */
  revision: number | null;
  isReset: boolean;
  status: ServiceStatus;
  services: ReadService[];
  incidents: Matter[];
  works: Matter[];
  /** The server itself can't check what it tells. */
  isStale: boolean;
};

/**
 * Reads a state as the stream and `/api/status` tell it, or as another program published it: what is missing is as
 * `before`. Null when it is none.
 */
export function readState(message: unknown, before: Reading | null): Reading | null {
  if (!isFields(message)) return null;
  const status = oneOf(serviceStatuses, message.statusLabel, null);
  if (!status) return null;
  const services = identified(message.services)?.map(({ id, ...raw }) => ({
    id,
    slug: text(raw.slug, id),
    name: text(raw.name, id),
    status: oneOf(serviceStatuses, raw.status, 'operational'),
  }));
  return {
    revision: typeof message.revision === 'number' ? message.revision : null,
    isReset: message.reset === true,
    status,
    services: services ?? before?.services ?? [],
    incidents: matters(message.incidents, 'incidents', 'incidentStatus', open) ?? before?.incidents ?? [],
    works: matters(message.maintenances, 'maintenance', 'maintenanceStatus', underWay) ?? before?.works ?? [],
    isStale: message.stale === true,
  };
}

function matters(
  list: unknown,
  folder: string,
  family: string,
  words: readonly string[],
): Matter[] | undefined {
  return identified(list)?.flatMap((raw) => {
    const word = oneOf(words, raw.status, null);
    const title = text(raw.title, text(raw.name, null));
    if (!word || !title) return [];
    const serviceIds = identified(raw.services)?.map(({ id }) => id) ?? [];
    const path = text(raw.url, `/${folder}/${encodeURIComponent(raw.id)}`);
    return { title, word: `${family}.${word}` as Matter['word'], path, serviceIds };
  });
}
