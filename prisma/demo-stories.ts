import type { IncidentStatus } from '@/lib/domain/incident';
import type { ServiceStatus } from '@/lib/domain/service-status';

/** What was said, how many minutes into an incident, and how hard it called services hit. */
export type Step = [
  minutes: number,
  status: IncidentStatus,
  body: string,
  services?: [string, ServiceStatus][],
];

export type Story = { title: string; hoursAgo: number; steps: [Step, ...Step[]] };

const days = 24;

/** The demo's past incidents, the latest first: a year as a good team has it. */
export const stories: Story[] = [
  {
    title: 'Search results were out of date',
    hoursAgo: 51,
    steps: [
      [
        0,
        'investigating',
        'New records take several minutes to show up in search.',
        [['Search', 'degraded_performance']],
      ],
      [
        18,
        'identified',
        'An index worker ran out of disk. We are adding capacity and replaying what it missed.',
      ],
      [55, 'monitoring', 'The backlog is gone and new records appear within seconds. We are keeping watch.'],
      [90, 'resolved', 'Search has been current for half an hour.'],
    ],
  },
  {
    title: 'API requests failed in Europe',
    hoursAgo: 9 * days,
    steps: [
      [
        0,
        'investigating',
        'About one in five requests from Europe ends with a 503.',
        [
          ['API', 'partial_outage'],
          ['Dashboard', 'degraded_performance'],
        ],
      ],
      [9, 'identified', 'A **configuration change** sent traffic to a closed zone. We are rolling it back.'],
      [
        21,
        'monitoring',
        'The rollback is complete; error rates are back to normal.',
        [
          ['API', 'operational'],
          ['Dashboard', 'operational'],
        ],
      ],
      [48, 'resolved', 'No errors for 25 minutes. Requests made during the incident can be retried safely.'],
    ],
  },
  {
    title: 'Webhooks were delivered late',
    hoursAgo: 23 * days + 5,
    steps: [
      [
        0,
        'identified',
        'Deliveries are up to 40 minutes late. None are lost.',
        [['Webhooks', 'degraded_performance']],
      ],
      [310, 'resolved', 'The queue is empty. One large account now has a queue of its own.'],
    ],
  },
  {
    title: 'Nobody could sign in',
    hoursAgo: 37 * days + 14,
    steps: [
      [0, 'investigating', 'Sign-in fails for everyone; open sessions go on.', [['Sign-in', 'major_outage']]],
      [12, 'identified', 'A certificate ran out. We are replacing it.'],
      [34, 'monitoring', 'The new certificate is in place.', [['Sign-in', 'degraded_performance']]],
      [
        95,
        'resolved',
        'Sign-in is as quick as before. An alarm now rings 21 days before a certificate ends.',
      ],
    ],
  },
  {
    title: 'Uploads were rejected',
    hoursAgo: 58 * days + 2,
    steps: [
      [0, 'investigating', 'Uploads over 10 MB end with an error.', [['File storage', 'partial_outage']]],
      [26, 'identified', 'A limit was set to megabits instead of megabytes. We are setting it back.'],
      [41, 'resolved', 'Uploads of every size work.'],
    ],
  },
  {
    title: 'E-mail was slow to arrive',
    hoursAgo: 36 * days + 20,
    steps: [
      [0, 'identified', 'A large provider takes our mail slowly.', [['E-mail', 'degraded_performance']]],
      [700, 'resolved', 'The provider has caught up, and so have we.'],
    ],
  },
  {
    title: 'Assets failed to load in Asia',
    hoursAgo: 81 * days + 9,
    steps: [
      [
        0,
        'investigating',
        'Some assets end with a time-out from Singapore and Tokyo.',
        [['CDN', 'partial_outage']],
      ],
      [64, 'monitoring', 'Traffic goes around the failed site.', [['CDN', 'operational']]],
      [180, 'resolved', 'The site is back.'],
    ],
  },
  {
    title: 'The database was read-only',
    hoursAgo: 133 * days + 3,
    steps: [
      [
        0,
        'investigating',
        'Writes fail; reads work.',
        [
          ['Database', 'major_outage'],
          ['API', 'partial_outage'],
        ],
      ],
      [
        17,
        'identified',
        'The primary lost its disk, and the standby did not take over by itself. We are moving by hand.',
      ],
      [
        29,
        'monitoring',
        'Writes work again.',
        [
          ['Database', 'operational'],
          ['API', 'operational'],
        ],
      ],
      [75, 'resolved', 'No write that was confirmed was lost.'],
    ],
  },
  {
    title: 'Dashboards loaded slowly',
    hoursAgo: 201 * days + 11,
    steps: [
      [0, 'investigating', 'Charts take up to 20 seconds.', [['Dashboard', 'degraded_performance']]],
      [145, 'resolved', 'A missing index was to blame; charts are quick again.'],
    ],
  },
];
