import { badgeQuery } from '../badge-query';
import { conditions, documentAnswers, pathParameter, problemAnswer, queryParameters } from './answers';
import type { Operation, Paths, Schema } from './model';
import { refTo } from './schemas';

const feeds = ['Feeds and calendars'];
const nothing = problemAnswer('There is no such thing.');

/** Feeds, calendars and badges. */
export const publicationPaths: Paths = {
  '/history.rss': read('getRssFeed', 'The history as RSS 2.0', 'application/rss+xml'),
  '/history.atom': read('getAtomFeed', 'The history as Atom', 'application/atom+xml'),
  '/history.json': read(
    'getJsonFeed',
    'The history as JSON Feed 1.1',
    'application/feed+json',
    refTo('JsonFeed'),
  ),
  '/maintenance.ics': read(
    'getCalendar',
    'All planned maintenance as iCalendar, to subscribe to',
    'text/calendar',
  ),
  '/maintenance/{id}/calendar.ics': withPath(
    read('getMaintenanceCalendar', 'One planned maintenance as an iCalendar file', 'text/calendar'),
    'id',
    "The maintenance's id.",
  ),
  '/badge.svg': badge('getBadge', 'The word on the page as a badge'),
  '/services/{slug}/badge.svg': withPath(
    badge('getServiceBadge', 'The word on one service as a badge'),
    'slug',
    "The service's name in its address.",
  ),
};

function read(operationId: string, summary: string, type: string, schema?: Schema): { get: Operation } {
  const responses = documentAnswers(type, summary, schema);
  return { get: { operationId, tags: feeds, summary, parameters: conditions, responses } };
}

function badge(operationId: string, summary: string): { get: Operation } {
  const { get } = read(operationId, summary, 'image/svg+xml');
  return {
    get: {
      ...get,
      tags: ['Badges'],
      parameters: [...queryParameters(badgeQuery), ...conditions],
      responses: { ...get.responses, 400: problemAnswer('There is no such style or theme.') },
    },
  };
}

function withPath({ get }: { get: Operation }, name: string, description: string): { get: Operation } {
  const parameters = [pathParameter(name, description), ...(get.parameters ?? [])];
  return { get: { ...get, parameters, responses: { ...get.responses, 404: nothing } } };
}
