import { saidOf } from '@/lib/contracts/statuspage';
import type { Incident } from '@/lib/domain/incident';
import type { Maintenance } from '@/lib/domain/maintenance';
import type { StatusRecord } from '@/lib/queries/get-status-record';
import { updatesHtml, windowHtml } from './entry-html';

/** One incident or planned work, as every feed tells of it. */
export type FeedEntry = {
  id: string;
  title: string;
  /** Its page, and what it is known by for ever. */
  url: string;
  html: string;
  publishedAt: Date;
  updatedAt: Date;
  /** When it happens; of an incident, when it was last spoken of. */
  datedAt: Date;
  /** Of planned work alone. */
  endsAt: Date | null;
  services: string[];
};

const mostEntries = 50;

/** Incidents by their beginning and planned work by its end, newest first, at most 50 together. */
export function feedEntries({ site, incidents, maintenances }: StatusRecord): FeedEntry[] {
  const entries = [
    ...incidents.map((incident) => ({ at: incident.startedAt, entry: incidentEntry(incident, site) })),
    ...maintenances.map((work) => ({ at: work.scheduledEndAt, entry: maintenanceEntry(work, site) })),
  ];
  return entries
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, mostEntries)
    .map(({ entry }) => entry);
}

function incidentEntry(incident: Incident, site: StatusRecord['site']): FeedEntry {
  const said = saidOf(incident);
  return {
    id: incident.id,
    title: incident.title,
    url: `${site.origin}/incidents/${incident.id}`,
    html: updatesHtml(said, site.page.timeZone),
    publishedAt: incident.createdAt,
    updatedAt: incident.updatedAt,
    datedAt: said[0]?.createdAt ?? incident.startedAt,
    endsAt: null,
    services: namesOf(
      incident.services.map(({ id }) => id),
      site,
    ),
  };
}

function maintenanceEntry(work: Maintenance, site: StatusRecord['site']): FeedEntry {
  const { timeZone } = site.page;
  return {
    id: work.id,
    title: work.title,
    url: `${site.origin}/maintenance/${work.id}`,
    html: `${windowHtml(work, timeZone)}${updatesHtml(work.updates, timeZone)}`,
    publishedAt: work.createdAt,
    updatedAt: work.updatedAt,
    datedAt: work.scheduledStartAt,
    endsAt: work.scheduledEndAt,
    services: namesOf(work.serviceIds, site),
  };
}

function namesOf(ids: readonly string[], site: StatusRecord['site']): string[] {
  return ids.flatMap((id) => site.serviceById.get(id)?.name ?? []);
}
