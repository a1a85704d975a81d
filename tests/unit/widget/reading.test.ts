import { expect, it } from 'vitest';
import { readState } from '@/lib/widget/client/reading';
import { snapshot } from '../../support/status-fixtures';
import { scenes } from '../../support/status-scenes';

const several = () => (scenes.several?.() ?? snapshot()).state;

it('a state is read with what goes on now, and not with what is to come or over', () => {
  const { incidents, works, services, status, revision } = readState(several(), null) ?? {};
  expect(status).toBe('major_outage');
  expect(revision).toBe(several().revision);
  expect(services).toHaveLength(several().services.length);
  expect(incidents?.map(({ title }) => title)).toEqual(['API requests fail with 503', 'Emails arrive late']);
  expect(works?.map(({ title, word, path }) => [title, word, path])).toEqual([
    ['Ledger migration', 'maintenanceStatus.in_progress', '/maintenance/mnt-0'],
  ]);
  const [incident] = several().incidents;
  const over = { ...several(), incidents: [{ ...incident, status: 'resolved' }], maintenances: [] };
  expect(readState(over, null)).toMatchObject({ incidents: [], works: [] });
});

it('what another program leaves out is as it was, and moves no revision', () => {
  const before = readState(several(), null);
  const after = readState({ statusLabel: 'partial_outage' }, before);
  expect(after).toEqual({ ...before, status: 'partial_outage', revision: null });
});

it.each([null, 1, 'operational', [], {}, { statusLabel: 'fine' }, { statusLabel: null, services: [] }])(
  '%o is no state',
  (message) => expect(readState(message, null)).toBeNull(),
);

it('nothing in a state can break it', () => {
  const services = [null, 7, {}, { id: {} }, { id: 5, name: 4 }, { id: 'x', status: 'on fire', slug: '' }];
  const read = readState({ statusLabel: 'operational', services, incidents: 3, maintenances: [[]] }, null);
  expect(read?.services).toEqual([
    { id: '5', slug: '5', name: '5', status: 'operational' },
    { id: 'x', slug: 'x', name: 'x', status: 'operational' },
  ]);
  expect(read).toMatchObject({ incidents: [], works: [], revision: null, isStale: false });
});
