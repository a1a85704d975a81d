import type { Incident, IncidentUpdate } from '@/lib/domain/incident';
import type { Service, ServiceGroup } from '@/lib/domain/service';
import { worstStatus } from '@/lib/domain/service-status';
import type {
  StatuspageAffected,
  StatuspageComponent,
  StatuspageGroup,
  StatuspageIncident,
  StatuspagePage,
  StatuspageUpdate,
} from './statuspage-schema';
import type { StatuspageSite } from './statuspage-site';
import { statuspageTime } from './statuspage-time';

/**
 * Statuspage's JSON, key for key and in its order: clients compare and even parse by position.
 * Statuspage says component, we say service.
 */

/** The page. */
export function toStatuspagePage({ page, origin }: Pick<StatuspageSite, 'page' | 'origin'>): StatuspagePage {
  return {
    id: page.id,
    name: page.name,
    url: origin,
    time_zone: page.timeZone,
    updated_at: statuspageTime(page.updatedAt, page.timeZone),
  };
}

/** A service as one component. */
export function toStatuspageComponent(service: Service, site: StatuspageSite): StatuspageComponent {
  return {
    id: service.id,
    name: service.name,
    status: service.status,
    created_at: statuspageTime(service.createdAt, site.page.timeZone),
    updated_at: statuspageTime(service.updatedAt, site.page.timeZone),
    position: service.position,
    description: service.description,
    showcase: service.showcase,
    start_date: service.startDate,
    // Clients break on a group_id whose row is missing.
    group_id: groupOf(service, site)?.id ?? null,
    page_id: site.page.id,
    group: false,
    only_show_if_degraded: service.onlyShowIfDegraded,
  };
}

/** A group as the component that Statuspage makes of it: as badly off as its worst service, and as recent. */
export function toStatuspageGroup(group: ServiceGroup, site: StatuspageSite): StatuspageGroup {
  const services = site.services.filter((service) => service.groupId === group.id && !service.archivedAt);
  const updatedAt = Math.max(
    group.updatedAt.getTime(),
    ...services.map((service) => service.updatedAt.getTime()),
  );
  return {
    id: group.id,
    name: group.name,
    status: worstStatus(services.map((service) => service.status)),
    created_at: statuspageTime(group.createdAt, site.page.timeZone),
    updated_at: statuspageTime(new Date(updatedAt), site.page.timeZone),
    position: group.position,
    description: group.description,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: site.page.id,
    group: true,
    only_show_if_degraded: false,
    components: services.map((service) => service.id),
  };
}

/** All components in the order of the page, each group's row before its services; archived services left out. */
export function toStatuspageComponents(site: StatuspageSite): (StatuspageComponent | StatuspageGroup)[] {
  const shown = site.services.filter((service) => !service.archivedAt);
  const alone = shown.filter((service) => !groupOf(service, site));
  const entries = [
    ...site.groups.map((group) => ({
      at: group,
      rows: [
        toStatuspageGroup(group, site),
        ...shown
          .filter((service) => service.groupId === group.id)
          .map((service) => toStatuspageComponent(service, site)),
      ],
    })),
    ...alone.map((service) => ({ at: service, rows: [toStatuspageComponent(service, site)] })),
  ];
  return entries
    .toSorted((a, b) => a.at.position - b.at.position || a.at.id.localeCompare(b.at.id))
    .flatMap((entry) => entry.rows);
}

/** An incident with its updates, newest first, and whole components; archived services stay in its updates alone. */
export function toStatuspageIncident(incident: Incident, site: StatuspageSite): StatuspageIncident {
  const time = (at: Date) => statuspageTime(at, site.page.timeZone);
  return {
    id: incident.id,
    name: incident.title,
    status: incident.postMortemAt === null ? incident.status : 'postmortem',
    created_at: time(incident.createdAt),
    updated_at: time(incident.updatedAt),
    monitoring_at: incident.monitoringAt && time(incident.monitoringAt),
    resolved_at: incident.resolvedAt && time(incident.resolvedAt),
    impact: incident.impact,
    shortlink: `${site.origin}/incidents/${incident.id}`,
    started_at: time(incident.startedAt),
    page_id: site.page.id,
    incident_updates: saidOf(incident).map((update) => toStatuspageUpdate(update, incident.id, site)),
    components: toNamedComponents(
      incident.services.map((service) => service.id),
      site,
    ),
    reminder_intervals: null,
  };
}

/** All that was said of an incident, newest first. To Statuspage its post-mortem is the last of its updates. */
export function saidOf(incident: Incident): UpdateSource[] {
  const { id, postMortem, postMortemAt, updatedAt, updates } = incident;
  if (postMortem === null || !postMortemAt) return updates;
  const last = { id: `${id}pm`, status: 'postmortem' as const, body: postMortem, services: [] };
  return [{ ...last, createdAt: postMortemAt, updatedAt }, ...updates];
}

/** Whole components for the services of these ids, in the order of the page; archived ones left out. */
export function toNamedComponents(ids: readonly string[], site: StatuspageSite): StatuspageComponent[] {
  const named = new Set(ids);
  return site.services
    .filter((service) => named.has(service.id) && !service.archivedAt)
    .map((service) => toStatuspageComponent(service, site));
}

/** What an update needs to have of itself, be it an incident's or a maintenance's. */
type UpdateSource = Omit<IncidentUpdate, 'status'> & { status: StatuspageUpdate['status'] };

/** One update of the incident or maintenance `incidentId`. */
export function toStatuspageUpdate(
  update: UpdateSource,
  incidentId: string,
  site: StatuspageSite,
): StatuspageUpdate {
  const time = (at: Date) => statuspageTime(at, site.page.timeZone);
  return {
    id: update.id,
    status: update.status,
    body: update.body,
    incident_id: incidentId,
    created_at: time(update.createdAt),
    updated_at: time(update.updatedAt),
    display_at: time(update.createdAt),
    affected_components: update.services.length > 0 ? toAffected(update.services, site) : null,
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
  };
}

/** In the order of the page, whatever order they were said in. */
function toAffected(said: IncidentUpdate['services'], site: StatuspageSite): StatuspageAffected[] {
  const place = (id: string) => site.placeById.get(id) ?? site.services.length;
  return said.toSorted((a, b) => place(a.id) - place(b.id)).map((one) => toAffectedComponent(one, site));
}

function toAffectedComponent(
  said: IncidentUpdate['services'][number],
  site: StatuspageSite,
): StatuspageAffected {
  const service = site.serviceById.get(said.id);
  const group = service && groupOf(service, site);
  const name = service?.name ?? said.id;
  return {
    code: said.id,
    name: group ? `${group.name} - ${name}` : name,
    old_status: said.oldStatus,
    new_status: said.status,
  };
}

function groupOf(service: Service, site: StatuspageSite): ServiceGroup | undefined {
  return service.groupId === null ? undefined : site.groupById.get(service.groupId);
}
