import { describe, expect, it } from 'vitest';
import {
  edited,
  type Incident,
  type IncidentStatus,
  impactOf,
  incidentStatuses,
  isOpen,
  nextStatuses,
  openedIncident,
  withServiceSetByHand,
  withUpdate,
} from '@/lib/domain/incident';
import { isRefusal } from '@/lib/domain/refusal';
import type { ServiceStatus } from '@/lib/domain/service-status';

const at = new Date('2026-03-01T10:00:00.000Z');
const later = new Date('2026-03-01T10:05:00.000Z');
const before = new Map<string, ServiceStatus>([['api', 'operational']]);

function opened(given: Partial<Parameters<typeof openedIncident>[0]> = {}): Incident {
  const services = [{ id: 'api', status: 'partial_outage' as const }];
  const defaults = { id: 'inc', updateId: 'u1', title: 'API fails', status: 'investigating' as const };
  return openedIncident({
    ...defaults,
    impactOverride: null,
    body: 'Looking',
    services,
    statusBefore: before,
    at,
    ...given,
  });
}

function update(status: IncidentStatus, given: Partial<Parameters<typeof withUpdate>[1]> = {}) {
  return { id: 'u2', status, body: 'More', services: [], statusBefore: before, at: later, ...given };
}

function refusalOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  return null;
}

const openStatuses = incidentStatuses.filter((status) => status !== 'resolved');

describe('opening', () => {
  it.each(openStatuses)('is allowed as %s', (status) => {
    const incident = opened({ status });
    expect(incident).toMatchObject({ status, startedAt: at, resolvedAt: null, version: 1, impact: 'major' });
    expect(incident.monitoringAt).toEqual(status === 'monitoring' ? at : null);
    expect(incident.updates).toHaveLength(1);
    expect(incident.updates[0]?.services).toEqual([
      { id: 'api', status: 'partial_outage', oldStatus: 'operational' },
    ]);
  });

  it('is refused as resolved', () => {
    expect(refusalOf(() => opened({ status: 'resolved' }))).toMatchObject({
      kind: 'invalid',
      field: 'status',
    });
  });
});

describe('updating', () => {
  const steps = openStatuses.flatMap((from) => incidentStatuses.map((to) => [from, to] as const));

  it.each(steps)('may go from %s to %s', (from, to) => {
    const incident = withUpdate(opened({ status: from }), update(to));
    expect(incident.status).toBe(to);
    expect(incident.updates.map((one) => one.status)).toEqual([to, from]);
    expect(incident.resolvedAt).toEqual(to === 'resolved' ? later : null);
    expect(isOpen(incident)).toBe(to !== 'resolved');
    expect(incident.version).toBe(2);
  });

  it.each(incidentStatuses)('a resolved incident refuses further updates, also to %s', (to) => {
    const resolved = withUpdate(opened(), update('resolved'));
    expect(refusalOf(() => withUpdate(resolved, update(to)))).toMatchObject({ kind: 'invalid' });
    expect(nextStatuses(resolved)).toEqual([]);
  });

  it('keeps the first time at which it was monitored', () => {
    const monitored = withUpdate(opened(), update('monitoring'));
    const again = withUpdate(withUpdate(monitored, update('identified')), update('monitoring'));
    expect(again.monitoringAt).toEqual(monitored.monitoringAt);
  });

  it('gives updates strictly rising times, whatever the clock says', () => {
    const first = opened();
    const second = withUpdate(first, update('identified', { at: new Date(at.getTime() - 60_000) }));
    const third = withUpdate(second, update('monitoring', { at }));
    const times = third.updates.map((one) => one.createdAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set(times).size).toBe(3);
  });

  it('lists a service that is only concerned, and says nothing of its status', () => {
    const incident = withUpdate(opened(), update('identified', { services: [{ id: 'api' }, { id: 'web' }] }));
    expect(incident.services).toEqual([
      { id: 'api', status: 'partial_outage' },
      { id: 'web', status: 'operational' },
    ]);
    expect(incident.updates[0]?.services).toEqual([]);
  });

  it('remembers a service that an update does not name', () => {
    const services = [{ id: 'web', status: 'degraded_performance' as const }];
    const incident = withUpdate(opened(), update('identified', { services }));
    expect(incident.services).toEqual([{ id: 'api', status: 'partial_outage' }, ...services]);
  });
});

describe('impact', () => {
  it.each([
    [[], 'none'],
    [['operational'], 'none'],
    [['under_maintenance'], 'none'],
    [['degraded_performance'], 'minor'],
    [['partial_outage', 'degraded_performance'], 'major'],
    [['operational', 'major_outage'], 'critical'],
  ] as const)('of services that are %j is %s', (statuses, impact) => {
    expect(impactOf(statuses.map((status) => ({ status })))).toBe(impact);
  });

  it('grows with the services and does not shrink when they recover', () => {
    const worse = withUpdate(
      opened(),
      update('identified', { services: [{ id: 'api', status: 'major_outage' }] }),
    );
    expect(worse.impact).toBe('critical');
    const better = withUpdate(
      worse,
      update('monitoring', { services: [{ id: 'api', status: 'operational' }] }),
    );
    expect(better.impact).toBe('critical');
  });

  it('stays where a person put it, until it follows the services again', () => {
    const chosen = opened({ impactOverride: 'none' });
    expect(chosen.impact).toBe('none');
    expect(withUpdate(chosen, update('identified')).impact).toBe('none');
    expect(edited(chosen, { impactOverride: null }).impact).toBe('major');
    expect(edited(chosen, { title: 'New' })).toMatchObject({ title: 'New', impact: 'none' });
  });
});

describe('a service set by hand', () => {
  it('lifts what the incident says of it', () => {
    expect(withServiceSetByHand(opened(), 'api', 'operational').services).toEqual([
      { id: 'api', status: 'operational' },
    ]);
  });

  it('to something worse leaves the incident as it is', () => {
    const incident = opened();
    expect(withServiceSetByHand(incident, 'api', 'major_outage')).toBe(incident);
  });

  it('that the incident does not name leaves it as it is', () => {
    const incident = opened();
    expect(withServiceSetByHand(incident, 'web', 'operational')).toBe(incident);
  });
});
