import { describe, expect, it } from 'vitest';
import {
  dueStatus,
  type Maintenance,
  maintenanceStatuses,
  plannedMaintenance,
  replanned,
  withMaintenanceUpdate,
} from '@/lib/domain/maintenance';
import { isRefusal } from '@/lib/domain/refusal';

const clock = (time: string) => new Date(`2026-03-01T${time}:00.000Z`);
const [now, start, end] = [clock('10:00'), clock('12:00'), clock('14:00')];

function planned(given: Partial<Parameters<typeof plannedMaintenance>[0]> = {}): Maintenance {
  return plannedMaintenance({
    id: 'mnt',
    updateId: 'u1',
    title: 'Upgrade',
    body: 'We upgrade.',
    scheduledStartAt: start,
    scheduledEndAt: end,
    autoStart: true,
    autoComplete: true,
    serviceIds: ['db'],
    at: now,
    ...given,
  });
}

const moved = (to: Maintenance['status'], at: Date, from = planned()) =>
  withMaintenanceUpdate(from, { id: 'u2', status: to, body: 'On it', at });

function refusalOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  return null;
}

describe('planning', () => {
  it('announces work with its first words', () => {
    expect(planned()).toMatchObject({
      status: 'scheduled',
      startedAt: null,
      completedAt: null,
      version: 1,
      updates: [{ id: 'u1', status: 'scheduled', body: 'We upgrade.', createdAt: now }],
    });
  });

  it.each([
    ['ends when it begins', { scheduledEndAt: start }],
    ['ends before it begins', { scheduledEndAt: clock('11:00') }],
    ['is over', { scheduledStartAt: clock('08:00'), scheduledEndAt: clock('09:00') }],
  ])('refuses a window that %s', (_, window) => {
    expect(refusalOf(() => planned(window))).toMatchObject({ kind: 'invalid', field: 'scheduledEndAt' });
  });

  it('takes a window that has begun', () => {
    expect(planned({ scheduledStartAt: clock('09:00') }).status).toBe('scheduled');
  });
});

describe('work', () => {
  it('that is begun early keeps its window and knows when it began', () => {
    expect(moved('in_progress', clock('11:00'))).toMatchObject({
      status: 'in_progress',
      startedAt: clock('11:00'),
      scheduledStartAt: start,
      version: 2,
    });
  });

  it('knows when it was completed, and that it began before', () => {
    const done = moved('completed', clock('13:00'), moved('in_progress', start));
    expect(done).toMatchObject({ startedAt: start, completedAt: clock('13:00'), version: 3 });
    expect(done.updates.map(({ status }) => status)).toEqual(['completed', 'in_progress', 'scheduled']);
  });

  it('goes from verifying back to work', () => {
    const back = moved(
      'in_progress',
      clock('13:30'),
      moved('verifying', clock('13:00'), moved('in_progress', start)),
    );
    expect(back).toMatchObject({ status: 'in_progress', startedAt: start });
  });

  it.each(['in_progress', 'verifying'] as const)('that is %s can not be planned again', (status) => {
    expect(refusalOf(() => moved('scheduled', start, moved(status, start)))).toMatchObject({
      kind: 'invalid',
    });
  });

  it.each(maintenanceStatuses)('that is completed takes no further update to %s', (status) => {
    const done = moved('completed', end);
    expect(refusalOf(() => moved(status, end, done))).toMatchObject({ kind: 'invalid' });
  });

  it('that was completed without being begun took its window', () => {
    expect(moved('completed', clock('15:00')).startedAt).toEqual(start);
    expect(moved('completed', clock('11:00')).startedAt).toEqual(clock('11:00'));
  });

  it('has updates at strictly rising times', () => {
    const twice = moved('verifying', start, moved('in_progress', start));
    expect(twice.updates[0]?.createdAt.getTime()).toBeGreaterThan(start.getTime());
  });
});

describe('planning anew', () => {
  it('moves the window and the services of work to come', () => {
    const later = { scheduledStartAt: clock('16:00'), scheduledEndAt: clock('18:00'), serviceIds: ['api'] };
    expect(replanned(planned(), later, now)).toMatchObject({ ...later, version: 2 });
  });

  it('moves the end of work under way, not its beginning', () => {
    const running = moved('in_progress', start);
    expect(replanned(running, { scheduledEndAt: clock('16:00') }, start).scheduledEndAt).toEqual(
      clock('16:00'),
    );
    expect(refusalOf(() => replanned(running, { scheduledStartAt: now }, start))).toMatchObject({
      field: 'scheduledStartAt',
    });
  });

  it('of completed work leaves the window as it was, and may mend the title', () => {
    const done = moved('completed', end);
    expect(refusalOf(() => replanned(done, { scheduledEndAt: clock('16:00') }, end))).not.toBeNull();
    expect(refusalOf(() => replanned(done, { serviceIds: [] }, end))).not.toBeNull();
    expect(replanned(done, { title: 'Upgrade of A' }, clock('20:00')).title).toBe('Upgrade of A');
  });
});

describe('what the clock asks', () => {
  const minuteBefore = (at: Date) => new Date(at.getTime() - 60_000);
  it.each<[string, Maintenance, Date, string | null]>([
    ['nothing before its beginning', planned(), minuteBefore(start), null],
    ['to begin at its beginning', planned(), start, 'in_progress'],
    ['to begin late, where nobody was there', planned(), minuteBefore(end), 'in_progress'],
    ['to end at once, where its window was missed', planned(), end, 'completed'],
    ['nothing where a person begins it', planned({ autoStart: false }), end, null],
    ['nothing while it runs', moved('in_progress', start), minuteBefore(end), null],
    ['to end at its end', moved('in_progress', start), end, 'completed'],
    ['to end while it is verified', moved('verifying', start), end, 'completed'],
    [
      'nothing where a person ends it',
      moved('in_progress', start, planned({ autoComplete: false })),
      end,
      null,
    ],
    ['to begin, at most, where a person ends it', planned({ autoComplete: false }), end, 'in_progress'],
    ['nothing of completed work', moved('completed', start), end, null],
  ])('%s', (_, work, at, due) => {
    expect(dueStatus(work, at)).toBe(due);
  });
});
