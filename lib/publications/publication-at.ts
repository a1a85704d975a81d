import { maintenanceCalendar } from './calendar/calendar';
import { webManifest } from './discovery/manifest';
import { sitemap } from './discovery/sitemap';
import { feeds } from './feeds/feeds';
import type { Publication } from './publication';
import { statuspagePublication } from './statuspage';

const statuspage = '/api/v2/';
const whole = [feeds.rss, feeds.atom, feeds.json, maintenanceCalendar, sitemap, webManifest];
const byAddress = new Map<string, Publication>(whole.map((publication) => [publication.key, publication]));

/** What the addresses of publications begin with that hold all that is asked. */
export const publicationAddresses = [statuspage, ...byAddress.keys()];

/** The publication at this path, of those whose address holds all that is asked; null for every other path. */
export function publicationAt(path: string): Publication | null {
  if (path.startsWith(statuspage)) return statuspagePublication(path.slice(statuspage.length));
  return byAddress.get(path) ?? null;
}
