import type { Incident } from '@/lib/domain/incident';
import type { Service } from '@/lib/domain/service';

/** What became of a resolved incident's services: all restored, or which of them something else still holds. */
export function restoredWords(incident: Pick<Incident, 'services'>, services: readonly Service[]): string {
  const hit = new Set(incident.services.filter(({ status }) => status !== 'operational').map(({ id }) => id));
  const own = services.filter((service) => hit.has(service.id));
  const held = own.filter((service) => service.status !== 'operational');
  const restored = own.length - held.length;
  const words = restored === 1 ? '1 service restored.' : `${restored} services restored.`;
  if (own.length === 0) return '';
  if (held.length === 0) return words;
  return `${words} Still held by something else: ${held.map((service) => service.name).join(', ')}.`;
}
