import type { ServiceEvent } from '@/lib/contracts/uptime';

/** The page of an incident or a maintenance. */
export function eventPath({ kind, id }: Pick<ServiceEvent, 'kind' | 'id'>): string {
  return kind === 'incident' ? `/incidents/${id}` : `/maintenance/${id}`;
}
