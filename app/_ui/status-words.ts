import type { Impact, IncidentStatus } from '@/lib/domain/incident';
import type { ServiceStatus } from '@/lib/domain/service-status';

/** What admins read for a service's status. */
export const serviceStatusWord: Record<ServiceStatus, string> = {
  operational: 'Operational',
  under_maintenance: 'Under maintenance',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

/** What admins read for an incident's status. */
export const incidentStatusWord: Record<IncidentStatus, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};

/** What admins read for an incident's impact. */
export const impactWord: Record<Impact, string> = {
  none: 'No impact',
  minor: 'Minor impact',
  major: 'Major impact',
  critical: 'Critical impact',
};

/** The colour that stands for an impact: that of the service status it follows from. */
export const statusOfImpact: Record<Impact, ServiceStatus> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
};
