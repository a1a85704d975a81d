import { type Incident, isOpen } from '@/lib/domain/incident';
import { isUnderWay, type Maintenance } from '@/lib/domain/maintenance';
import { overallStatus } from '@/lib/domain/overall-status';
import { isShown } from '@/lib/domain/service';
import { toStatuspageComponents, toStatuspageIncident, toStatuspagePage } from './statuspage';
import { toStatuspageMaintenance } from './statuspage-maintenance';
import type { StatuspageStatus } from './statuspage-schema';
import type { StatuspageSite } from './statuspage-site';

/** What the public API tells of: incidents newest first, planned work latest first. */
export type StatuspageSource = {
  site: StatuspageSite;
  incidents: readonly Incident[];
  maintenances: readonly Maintenance[];
};

/** How many incidents, and how much planned work, Statuspage lists. */
export const mostListed = 50;

/** The bodies of Statuspage's public API, by the path after `/api/v2/`. */
export const statuspageBodies = {
  'summary.json': (source: StatuspageSource) => ({
    page: pageOf(source),
    components: toStatuspageComponents(source.site),
    incidents: incidentsOf(source, source.incidents.filter(isOpen)),
    scheduled_maintenances: maintenancesOf(source, [
      ...source.maintenances.filter(isUnderWay).toReversed(),
      ...source.maintenances.filter(isToCome).toReversed(),
    ]),
    status: toStatuspageStatus(source),
  }),
  'status.json': (source: StatuspageSource) => ({ page: pageOf(source), status: toStatuspageStatus(source) }),
  'components.json': (source: StatuspageSource) => ({
    page: pageOf(source),
    components: toStatuspageComponents(source.site),
  }),
  'incidents.json': (source: StatuspageSource) => ({
    page: pageOf(source),
    incidents: incidentsOf(source, source.incidents.slice(0, mostListed)),
  }),
  'incidents/unresolved.json': (source: StatuspageSource) => ({
    page: pageOf(source),
    incidents: incidentsOf(source, source.incidents.filter(isOpen)),
  }),
  'scheduled-maintenances.json': (source: StatuspageSource) => ({
    page: pageOf(source),
    scheduled_maintenances: maintenancesOf(source, source.maintenances.slice(0, mostListed)),
  }),
  'scheduled-maintenances/upcoming.json': (source: StatuspageSource) => ({
    page: pageOf(source),
    scheduled_maintenances: maintenancesOf(source, source.maintenances.filter(isToCome).toReversed()),
  }),
  'scheduled-maintenances/active.json': (source: StatuspageSource) => ({
    page: pageOf(source),
    scheduled_maintenances: maintenancesOf(source, source.maintenances.filter(isUnderWay).toReversed()),
  }),
};

export type StatuspageBody = keyof typeof statuspageBodies;

/** The page's word in Statuspage's words. Service speaks of outages, where no service but an incident alone is hit. */
export function toStatuspageStatus({ site, incidents }: StatuspageSource): StatuspageStatus {
  const shown = site.services.filter(isShown);
  switch (overallStatus(shown, incidents)) {
    case 'operational':
      return { indicator: 'none', description: 'All Systems Operational' };
    case 'under_maintenance':
      return { indicator: 'maintenance', description: 'Service Under Maintenance' };
    case 'degraded_performance':
      return shown.some(({ status }) => status === 'degraded_performance')
        ? { indicator: 'minor', description: 'Partially Degraded Service' }
        : { indicator: 'minor', description: 'Minor Service Outage' };
    case 'partial_outage':
      return { indicator: 'major', description: 'Partial System Outage' };
    case 'major_outage':
      return { indicator: 'critical', description: 'Major Service Outage' };
  }
}

function pageOf({ site }: StatuspageSource) {
  return toStatuspagePage(site);
}

function incidentsOf({ site }: StatuspageSource, incidents: readonly Incident[]) {
  return incidents.map((incident) => toStatuspageIncident(incident, site));
}

function maintenancesOf({ site }: StatuspageSource, maintenances: readonly Maintenance[]) {
  return maintenances.map((maintenance) => toStatuspageMaintenance(maintenance, site));
}

function isToCome(maintenance: Maintenance): boolean {
  return maintenance.status === 'scheduled';
}
