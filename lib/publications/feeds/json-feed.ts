import type { JsonFeed } from '@/lib/contracts/json-feed';
import type { StatusRecord } from '@/lib/queries/get-status-record';
import { feedEntries } from './feed-entries';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) of the same entries. */
export function jsonFeed(record: StatusRecord): string {
  const { page, origin } = record.site;
  const feed: JsonFeed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${page.name} Status - Incident History`,
    home_page_url: origin,
    feed_url: `${origin}/history.json`,
    language: 'en',
    authors: [{ name: page.name, url: origin }],
    items: feedEntries(record).map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      date_published: entry.publishedAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      tags: entry.services,
    })),
  };
  return JSON.stringify(feed);
}
