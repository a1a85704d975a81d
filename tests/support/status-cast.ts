import { before, day, hour, incident, minute } from './status-fixtures';

export const apiId = 'svc-api';

/** A major outage with a real timeline. */
export const apiDown = incident(
  'inc-api',
  'API requests fail with 503',
  [
    {
      status: 'identified',
      body: 'A configuration change at 11:31 took half of our gateways out of rotation. We are rolling it back, region by region. **Europe is recovering**; expect the rest within 20 minutes.\n\nRequests you retried are safe: see [idempotency](https://example.com/docs/idempotency).',
      at: before(9 * minute),
      services: [
        { id: apiId, status: 'major_outage' },
        { id: 'svc-dashboard', status: 'partial_outage' },
      ],
    },
    {
      status: 'investigating',
      body: 'Since 11:34 about half of all API requests fail with `503`. We are looking into it.',
      at: before(24 * minute),
      services: [{ id: apiId, status: 'partial_outage' }],
    },
  ],
  { impact: 'critical' },
);

/** A small, long-running one. */
export const slowMail = incident(
  'inc-mail',
  'Emails arrive late',
  [
    {
      status: 'monitoring',
      body: 'The queue is down from 40,000 to 900 messages. No mail was lost.',
      at: before(35 * minute),
    },
    {
      status: 'identified',
      body: 'One large sender filled the queue:\n\n1. we moved it to a queue of its own,\n2. we added two workers.',
      at: before(80 * minute),
    },
    {
      status: 'investigating',
      body: 'Some emails take up to 20 minutes.',
      at: before(2 * hour),
      services: [{ id: 'svc-email-delivery', status: 'degraded_performance' }],
    },
  ],
  { impact: 'minor' },
);

/** Three that are over, on two days. */
export const pastIncidents = [
  incident(
    'inc-past-1',
    'Search results were incomplete',
    [
      { status: 'resolved', body: 'The index is complete again.', at: before(2 * day - 90 * minute) },
      {
        status: 'investigating',
        body: 'New documents are missing from search.',
        at: before(2 * day),
        services: [{ id: 'svc-search', status: 'degraded_performance' }],
      },
    ],
    { impact: 'minor' },
  ),
  incident(
    'inc-past-2',
    'Sign-in was unavailable',
    [
      { status: 'resolved', body: 'Everybody can sign in again.', at: before(6 * day - 38 * minute) },
      {
        status: 'identified',
        body: 'An expired certificate. We are replacing it.',
        at: before(6 * day - 12 * minute),
      },
      {
        status: 'investigating',
        body: 'Nobody can sign in.',
        at: before(6 * day),
        services: [{ id: 'svc-sign-in', status: 'major_outage' }],
      },
    ],
    { impact: 'critical' },
  ),
  incident(
    'inc-past-3',
    'Card payments were declined',
    [
      { status: 'resolved', body: 'Our partner has recovered.', at: before(6 * day + 5 * hour) },
      {
        status: 'monitoring',
        body: 'A partner bank declines some cards.',
        at: before(6 * day + 7 * hour),
        services: [{ id: 'svc-card-payments', status: 'partial_outage' }],
      },
    ],
    { impact: 'major' },
  ),
];
