import type { Impact, IncidentStatus } from '@/lib/domain/incident';
import type { MaintenanceStatus } from '@/lib/domain/maintenance';
import type { ServiceStatus } from '@/lib/domain/service-status';

/** What visitors and admins read for a service's status. */
export const serviceStatusWord: Record<ServiceStatus, string> = {
  operational: 'Operational',
  under_maintenance: 'Under maintenance',
  degraded_performance: 'Degraded performance',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

/** What visitors and admins read for an incident's status. */
export const incidentStatusWord: Record<IncidentStatus, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};

/** What visitors and admins read for an incident's impact. */
export const impactWord: Record<Impact, string> = {
  none: 'No impact',
  minor: 'Minor impact',
  major: 'Major impact',
  critical: 'Critical impact',
};

/** What visitors and admins read for a maintenance's status. */
export const maintenanceStatusWord: Record<MaintenanceStatus, string> = {
  scheduled: 'Scheduled',
  in_progress: 'In progress',
  verifying: 'Verifying',
  completed: 'Completed',
};

/** The colour that stands for an impact: that of the service status it follows from. */
export const statusOfImpact: Record<Impact, ServiceStatus> = {
  none: 'operational',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
};
