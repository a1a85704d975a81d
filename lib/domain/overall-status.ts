import { hasHitServices, type Impact, type Incident, isOpen } from './incident';
import { type ServiceStatus, worstStatus } from './service-status';

const statusByImpact: Record<Impact, ServiceStatus> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
};

/**
 * The page's one word: the worst service. An open incident that hit no service counts by its impact, because
 * no service speaks for it.
 */
export function overallStatus(
  services: readonly { status: ServiceStatus }[],
  incidents: readonly Pick<Incident, 'status' | 'impact' | 'updates'>[],
): ServiceStatus {
  const unspoken = incidents.filter((incident) => isOpen(incident) && !hasHitServices(incident));
  return worstStatus([
    ...services.map((service) => service.status),
    ...unspoken.map((incident) => statusByImpact[incident.impact]),
  ]);
}
