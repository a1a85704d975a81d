import type { PublicMaintenance, StatusSnapshot } from '@/lib/contracts/live-state';

/** The page in schema.org's words, for search engines: what it is, and the planned work as events. */
export function structuredData({ page, state }: StatusSnapshot, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': `${origin}/`,
    url: `${origin}/`,
    name: `${page.name} Status`,
    dateModified: state.updatedAt,
    about: { '@type': 'Organization', name: page.name },
    subjectOf: {
      '@type': 'DataFeed',
      name: `${page.name} incident history`,
      encodingFormat: 'application/feed+json',
      url: `${origin}/history.json`,
    },
    mentions: state.maintenances.map((maintenance) => eventOf(maintenance, page.name, origin)),
  };
}

function eventOf(maintenance: PublicMaintenance, organiser: string, origin: string) {
  const url = `${origin}/maintenance/${maintenance.id}`;
  return {
    '@type': 'Event',
    name: maintenance.title,
    url,
    startDate: maintenance.scheduledStartAt,
    endDate: maintenance.scheduledEndAt,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    organizer: { '@type': 'Organization', name: organiser, url: origin },
  };
}
