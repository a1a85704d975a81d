import { z } from 'zod';

/** What of JSON Feed 1.1 we write. */
export const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string(), url: z.url() })),
  items: z
    .array(
      z.strictObject({
        id: z.url().describe('Never changes.'),
        url: z.url(),
        title: z.string(),
        content_html: z.string(),
        date_published: z.iso.datetime(),
        date_modified: z.iso.datetime(),
        tags: z.array(z.string()).describe('The names of the services it concerns.'),
      }),
    )
    .describe('Incidents and planned work together, newest first.'),
});

export type JsonFeed = z.infer<typeof jsonFeed>;
