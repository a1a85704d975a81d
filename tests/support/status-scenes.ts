import type { StatusSnapshot } from '@/lib/contracts/live-state';
import { apiDown, apiId, pastIncidents, slowMail } from './status-cast';
import { before, hour, incident, maintenance, minute, service, services, snapshot } from './status-fixtures';

const long =
  'Extraordinarily-long-names-for-services-and-incidents-that-nobody-should-choose-but-somebody-will, with words and more words';

/** The states that the page must look right in, by name. */
export const scenes: Record<string, () => StatusSnapshot> = {
  calm: () =>
    snapshot({ maintenances: [maintenance('mnt-1', 'Database upgrade')] }, { history: pastIncidents }),
  'calm-bare': () => snapshot(),
  degraded: () =>
    snapshot(
      { services: services({ 'Email delivery': 'degraded_performance' }), incidents: [slowMail] },
      { history: pastIncidents },
    ),
  several: () =>
    snapshot(
      {
        services: services({
          API: 'major_outage',
          Dashboard: 'partial_outage',
          'Email delivery': 'degraded_performance',
          'Bank transfers': 'under_maintenance',
        }),
        incidents: [apiDown, slowMail],
        maintenances: [
          maintenance('mnt-0', 'Ledger migration', {
            status: 'in_progress',
            scheduledStartAt: before(hour),
            scheduledEndAt: before(-2 * hour),
          }),
          maintenance('mnt-1', 'Certificate rotation', { services: [] }),
        ],
      },
      { history: pastIncidents },
    ),
  maintenance: () =>
    snapshot({
      services: services({ 'Bank transfers': 'under_maintenance', Invoices: 'under_maintenance' }),
      maintenances: [
        maintenance('mnt-0', 'Ledger migration', {
          status: 'in_progress',
          scheduledStartAt: before(hour),
          scheduledEndAt: before(-2 * hour),
          services: [
            { id: 'svc-bank-transfers', status: 'under_maintenance' },
            { id: 'svc-invoices', status: 'under_maintenance' },
          ],
        }),
      ],
    }),
  stale: () => snapshot({ stale: true, staleSince: before(7 * minute) }, { history: pastIncidents }),
  empty: () => snapshot({ services: [] }),
  hundred: () =>
    snapshot({
      services: Array.from({ length: 100 }, (_, index) => {
        const group = Math.floor(index / 12);
        return service(`Edge node ${index + 1}`, {
          groupId: `grp-${group}`,
          groupName: `Region ${group + 1}`,
          position: index,
          status: index === 40 ? 'partial_outage' : 'operational',
        });
      }),
    }),
  long: () =>
    snapshot(
      {
        services: services({ API: 'partial_outage' }).map((one, index) =>
          index % 3 === 1 ? { ...one, name: `${long} ${index}`, description: long } : one,
        ),
        incidents: [{ ...apiDown, title: `${long}. ${long}` }],
      },
      {
        page: {
          id: 'p4rkl1n3st00',
          name: 'The Extraordinarily Long-Named Holding Company of Somewhere Far Away',
          timeZone: 'UTC',
        },
      },
    ),
  rtl: () =>
    snapshot(
      {
        services: [
          service('واجهة برمجة التطبيقات', {
            id: apiId,
            description: 'طلبات REST',
            status: 'partial_outage',
          }),
          service('لوحة التحكم', { id: 'svc-dashboard' }),
        ],
        incidents: [
          incident(
            'inc-rtl',
            'فشل طلبات واجهة برمجة التطبيقات',
            [
              {
                status: 'investigating',
                body: 'نحن نحقق في المشكلة. **سنوافيكم بالمستجدات**.',
                at: before(9 * minute),
                services: [{ id: apiId, status: 'partial_outage' }],
              },
            ],
            { impact: 'major' },
          ),
        ],
      },
      { page: { id: 'p4rkl1n3st00', name: 'بارك لاين', timeZone: 'UTC' } },
    ),
};
