import { describe, expect, it } from 'vitest';
import { type StatuspageBody, statuspageBodies } from '@/lib/contracts/statuspage-bodies';
import type { Service } from '@/lib/domain/service';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { fixture, fixtureRecord } from '@/tests/support/statuspage-fixtures';
import { incident, service } from './statuspage-sample';

const record = fixtureRecord();

/** Statuspage shortens links by an address of its own, and lists a group's components in no order. */
function comparable(body: unknown): string[] {
  const shaped = (key: string, value: unknown) => {
    if (key === 'shortlink') return new URL(String(value)).origin;
    // It gave a post-mortem an id of its own.
    if (key === 'id' && (value === 'upd000000006' || value === 'inc10g1n3ufapm')) return 'the post-mortem';
    return key === 'components' && Array.isArray(value) && typeof value[0] === 'string'
      ? value.toSorted()
      : value;
  };
  return JSON.stringify(body, shaped, 1).split('\n');
}

describe("Statuspage's bodies, value for value and key for key in its order", () => {
  it.each(Object.keys(statuspageBodies) as StatuspageBody[])('%s', (path) => {
    expect(comparable(statuspageBodies[path](record))).toEqual(comparable(fixture(`api/v2/${path}`)));
  });
});

describe('the lists', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ ...incident, id: `inc${i}` }));
  const source = { ...record, incidents: many };

  it('hold the 50 newest incidents, and every open one wherever it stands', () => {
    expect(statuspageBodies['incidents.json'](source).incidents.map(({ id }) => id)).toEqual(
      many.slice(0, 50).map(({ id }) => id),
    );
    const open = { ...incident, id: 'old', status: 'monitoring' as const };
    const { incidents } = statuspageBodies['incidents/unresolved.json']({
      ...source,
      incidents: [...many, open],
    });
    expect(incidents.map(({ id }) => id)).toEqual(['old']);
  });

  it('give planned work of which nothing was said an update all the same', () => {
    const [first] = record.maintenances;
    if (!first) throw new Error('the fixtures have planned work');
    const silent = { ...first, updates: [] };
    const body = statuspageBodies['scheduled-maintenances.json']({ ...record, maintenances: [silent] });
    expect(body.scheduled_maintenances[0]?.incident_updates).toMatchObject([
      { status: 'scheduled', body: '', affected_components: [{ new_status: 'operational' }] },
    ]);
  });
});

describe('the one word', () => {
  const wordFor = (services: Service[], incidents = [] as (typeof incident)[]) =>
    statuspageBodies['status.json']({ ...record, site: { ...record.site, services }, incidents }).status;

  it.each<[ServiceStatus, string, string]>([
    ['operational', 'none', 'All Systems Operational'],
    ['under_maintenance', 'maintenance', 'Service Under Maintenance'],
    ['degraded_performance', 'minor', 'Partially Degraded Service'],
    ['partial_outage', 'major', 'Partial System Outage'],
    ['major_outage', 'critical', 'Major Service Outage'],
  ])('of a page with a service in %s', (status, indicator, description) => {
    expect(wordFor([service({ id: 'a' }), service({ id: 'b', status })])).toEqual({ indicator, description });
  });

  it('speaks of a minor outage where an incident alone is the trouble', () => {
    const alone = { ...incident, status: 'monitoring' as const, impact: 'minor' as const, updates: [] };
    expect(wordFor([service({ id: 'a' })], [alone])).toEqual({
      indicator: 'minor',
      description: 'Minor Service Outage',
    });
  });

  it('does not count services that are no longer shown', () => {
    const gone = service({ id: 'a', status: 'major_outage', archivedAt: new Date() });
    expect(wordFor([gone]).indicator).toBe('none');
  });
});
