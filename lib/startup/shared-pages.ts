import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { knownRevision } from '@/lib/cache/snapshot-cache';
import { unreachableSince } from '@/lib/database/reachability';
import { onRevision } from '@/lib/live/live';
import { log } from '@/lib/log';
import { PageCache } from '@/lib/page-cache/page-cache';
import { isPart, requestOfKey, sharedPageKey } from '@/lib/page-cache/page-request';
import { sendPrepared } from '@/lib/page-cache/prepared-answer';
import { pageRenderer } from '@/lib/page-cache/render-page';
import { preparePage } from '@/lib/page-cache/rendered-page';
import { publicPages } from './public-pages';

/** A publish is first for those who have the page open. */
const refreshAfterMs = 100;

/** After a change many open pages read the same part anew; what they ask for is theirs to write, so these are few. */
const partLimits = { entries: 100, bytes: 16 * 1024 * 1024 };

/**
 * Answers public pages from this process's memory: rendered by `byNext` at each revision, and again while Postgres
 * is out of reach, as the page then says so. `build` is the folder of Next's build. False for what is no such page.
 */
export function sharedPages(byNext: RequestListener, build: string) {
  const isPublicPage = publicPages(build);
  const render = pageRenderer(byNext);
  const options = {
    render: async (key: string) => preparePage(await render(requestOfKey(key))),
    version: () => `${knownRevision()}${unreachableSince() ? ' stale' : ''}`,
    now: () => performance.now(),
    warn: (what: object, message: string) => log.warn(what, message),
  };
  const pages = new PageCache(options);
  const parts = new PageCache({ ...options, limits: partLimits });
  let isDue = false;
  onRevision(() => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      void pages.refresh();
    }, refreshAfterMs).unref();
  });

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const key = sharedPageKey(request, isPublicPage);
    if (key === null) return false;
    const cache = isPart(key) ? parts : pages;
    const held = cache.held(key);
    if (held) {
      sendPrepared(request, response, held);
      return true;
    }
    const passOn = () => byNext(request, response);
    cache.page(key).then((page) => (page ? sendPrepared(request, response, page) : passOn()), passOn);
    return true;
  };
}
