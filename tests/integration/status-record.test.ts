import { expect, it, vi } from 'vitest';
import { noteRevision } from '@/lib/cache/snapshot-cache';
import { openIncidentInput } from '@/lib/contracts/incident-input';
import { createServiceInput } from '@/lib/contracts/service-input';
import { statuspageBodies } from '@/lib/contracts/statuspage-bodies';
import { currentRevision } from '@/lib/database/event-log';
import { incidentRepository } from '@/lib/database/incident-repository';
import { createService } from '@/lib/operations/create-service';
import { openIncident } from '@/lib/operations/open-incident';
import { planMaintenance } from '@/lib/operations/plan-maintenance';
import { postIncidentUpdate } from '@/lib/operations/post-incident-update';
import { removeMaintenance } from '@/lib/operations/remove-maintenance';
import { calendarEvents } from '@/lib/publications/calendar/calendar-events';
import { getStatusRecord } from '@/lib/queries/get-status-record';
import { inInstallation, owner } from '@/tests/support/installation';

inInstallation();

const record = async () => {
  noteRevision(await currentRevision());
  const known = await getStatusRecord();
  if (!known) throw new Error('nothing is known');
  return known.record;
};
const openOne = (title: string) => openIncident(owner, openIncidentInput.parse({ title }));

it('the record is read once per revision, however many ask', async () => {
  await createService(owner, createServiceInput.parse({ name: 'API' }));
  const reads = vi.spyOn(incidentRepository, 'list');
  const first = await record();
  expect(new Set(await Promise.all([record(), record(), record()]))).toEqual(new Set([first]));
  expect(reads).toHaveBeenCalledTimes(2);
  await openOne('Slow');
  const [second] = await Promise.all([record(), record(), record()]);
  expect(reads).toHaveBeenCalledTimes(4);
  expect(second.incidents.map(({ title }) => title)).toEqual(['Slow']);
});

it('an open incident is told of, however many came after it', async () => {
  const old = await openOne('Old');
  for (let i = 0; i < 51; i++) {
    const { id } = await openOne(`Newer ${i}`);
    await postIncidentUpdate(owner, id, { status: 'resolved', body: '', services: [] });
  }
  const body = statuspageBodies['incidents/unresolved.json'](await record());
  expect(body.incidents.map(({ id }) => id)).toEqual([old.id]);
  expect(statuspageBodies['incidents.json'](await record()).incidents).toHaveLength(50);
});

it('planned work that is called off stays in calendars, as cancelled, above every number it had', async () => {
  const hour = 3_600_000;
  const planned = await planMaintenance(owner, {
    title: 'New disks',
    body: '',
    serviceIds: [],
    scheduledStartAt: new Date(Date.now() + hour),
    scheduledEndAt: new Date(Date.now() + 2 * hour),
    autoStart: true,
    autoComplete: true,
  });
  const [before] = calendarEvents(await record());
  await removeMaintenance(owner, planned.id);
  const [after, ...others] = calendarEvents(await record());
  expect(others).toEqual([]);
  expect(after).toMatchObject({ id: before?.id, summary: before?.summary, status: 'CANCELLED' });
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
});
