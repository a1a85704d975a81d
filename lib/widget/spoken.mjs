/**
 * The messages that the widget says. It carries the English ones, and asks for those of any other language it is to
 * speak: what is added here is downloaded by every visitor of every page with a widget on it.
 */
export const spoken = /** @type {const} */ ([
  'language.direction',
  'status.operational',
  'status.under_maintenance',
  'status.degraded_performance',
  'status.partial_outage',
  'status.major_outage',
  'headline.operational',
  'headline.under_maintenance',
  'headline.degraded_performance',
  'headline.partial_outage',
  'headline.major_outage',
  'headline.lastKnown',
  'incidentStatus.investigating',
  'incidentStatus.identified',
  'incidentStatus.monitoring',
  'maintenanceStatus.in_progress',
  'maintenanceStatus.verifying',
  'connection.connecting',
  'error.title',
  'page.serviceStatus',
]);
