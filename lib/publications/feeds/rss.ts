import type { StatusRecord } from '@/lib/queries/get-status-record';
import { escaped } from '../markup';
import { type FeedEntry, feedEntries } from './feed-entries';
import { rssTime } from './feed-time';

/** RSS 2.0 in Statuspage's form, element for element: consumers know it by its shape. */
export function rssFeed(record: StatusRecord): string {
  const { page, origin } = record.site;
  const items = feedEntries(record).map((entry) => itemOf(entry, page.timeZone));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${escaped(page.name)} Status - Incident History</title>
    <link>${escaped(origin)}</link>
    <description>Statuspage</description>
    <pubDate>${rssTime(page.updatedAt, page.timeZone)}</pubDate>
${items.join('')}  </channel>
</rss>
`;
}

function itemOf({ title, html, datedAt, endsAt, url }: FeedEntry, timeZone: string): string {
  const end = endsAt && `<maintenanceEndDate>${rssTime(endsAt, timeZone)}</maintenanceEndDate>\n      `;
  return `    <item>
      <title>${escaped(title)}</title>
      <description>${escaped(html)}</description>
      <pubDate>${rssTime(datedAt, timeZone)}</pubDate>
      ${end ?? ''}<link>${escaped(url)}</link>
      <guid>${escaped(url)}</guid>
    </item>
`;
}
