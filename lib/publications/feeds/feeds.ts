import { cacheControls, type Publication } from '../publication';
import { atomFeed } from './atom';
import { jsonFeed } from './json-feed';
import { rssFeed } from './rss';

const cacheControl = cacheControls.history;

/** The history as feeds, each at its address. */
export const feeds = {
  rss: {
    key: '/history.rss',
    type: 'application/rss+xml; charset=utf-8',
    cacheControl,
    write: rssFeed,
  },
  atom: {
    key: '/history.atom',
    type: 'application/atom+xml; charset=utf-8',
    cacheControl,
    write: atomFeed,
  },
  json: {
    key: '/history.json',
    type: 'application/feed+json; charset=utf-8',
    cacheControl,
    write: jsonFeed,
  },
} satisfies Record<string, Publication>;
