import type { StatusRecord } from '@/lib/queries/get-status-record';
import { escaped } from '../markup';
import { type FeedEntry, feedEntries } from './feed-entries';
import { atomTime } from './feed-time';

/** Atom (RFC 4287) in Statuspage's form. */
export function atomFeed(record: StatusRecord): string {
  const { page, origin } = record.site;
  const entries = feedEntries(record).map((entry) => entryOf(entry, record.site));
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
  <id>${tag(origin, '/history')}</id>
  <link rel="alternate" type="text/html" href="${escaped(origin)}"/>
  <link rel="self" type="application/atom+xml" href="${escaped(origin)}/history.atom"/>
  <title>${escaped(page.name)} Status - Incident History</title>
  <updated>${atomTime(page.updatedAt, page.timeZone)}</updated>
  <author><name>${escaped(page.name)}</name></author>
${entries.join('')}</feed>
`;
}

function entryOf({ id, title, url, html, publishedAt, updatedAt }: FeedEntry, site: StatusRecord['site']) {
  const { timeZone } = site.page;
  return `  <entry>
    <id>${tag(site.origin, `Incident/${id}`)}</id>
    <published>${atomTime(publishedAt, timeZone)}</published>
    <updated>${atomTime(updatedAt, timeZone)}</updated>
    <link rel="alternate" type="text/html" href="${escaped(url)}"/>
    <title>${escaped(title)}</title>
    <content type="html">${escaped(html)}</content>
  </entry>
`;
}

/** RFC 4151, as Statuspage makes it of the page's host. */
function tag(origin: string, name: string): string {
  return escaped(`tag:${new URL(origin).hostname},2005:${name}`);
}
