import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impacts } from '@/lib/domain/incident';
import { overallStatus } from '@/lib/domain/overall-status';
import {
  effectiveStatus,
  isWorse,
  liftedTo,
  serviceStatuses,
  worstStatus,
} from '@/lib/domain/service-status';

const service = (status: (typeof serviceStatuses)[number]) => ({ id: status, status });
type Counted = Parameters<typeof overallStatus>[1][number];
const incident = (given: Partial<Counted>): Counted => ({
  status: 'investigating',
  impact: 'none',
  updates: [],
  ...given,
});

describe('overall status', () => {
  it('of an empty page is operational', () => {
    expect(overallStatus([], [])).toBe('operational');
  });

  it.each(serviceStatuses)('of well services and one that is %s is that', (status) => {
    expect(overallStatus([service('operational'), service(status)], [])).toBe(status);
  });

  it.each([
    ['none', 'operational'],
    ['minor', 'degraded_performance'],
    ['major', 'partial_outage'],
    ['critical', 'major_outage'],
  ] as const)('counts an open incident that names no service by its impact: %s is %s', (impact, status) => {
    expect(overallStatus([service('operational')], [incident({ impact })])).toBe(status);
  });

  const naming = (status: (typeof serviceStatuses)[number]) => {
    const services = [{ id: 'api', status, oldStatus: 'operational' as const }];
    const times = { createdAt: new Date(0), updatedAt: new Date(0) };
    return {
      impact: 'critical' as const,
      updates: [{ id: 'u', status: 'identified' as const, body: '', services, ...times }],
    };
  };

  it('leaves the word to the services an incident hit, also once they are well again', () => {
    expect(overallStatus([service('operational')], [incident(naming('major_outage'))])).toBe('operational');
  });

  it('counts an incident by its impact when it names services but calls none of them hit', () => {
    expect(overallStatus([service('operational')], [incident(naming('operational'))])).toBe('major_outage');
  });

  it('does not count a resolved incident', () => {
    expect(overallStatus([], [incident({ status: 'resolved', impact: 'critical' })])).toBe('operational');
  });

  it('is never better than any service, and is one of the words that were said', () => {
    const statuses = fc.array(fc.constantFrom(...serviceStatuses));
    fc.assert(
      fc.property(statuses, fc.array(fc.constantFrom(...impacts)), (words, hits) => {
        const overall = overallStatus(
          words.map(service),
          hits.map((impact) => incident({ impact })),
        );
        expect(words.some((word) => isWorse(word, overall))).toBe(false);
        if (hits.length === 0 && words.length > 0) expect(words).toContain(overall);
      }),
    );
  });
});

describe('a service', () => {
  it('shows the worst of its own word, open incidents and work under way', () => {
    const well = { ownStatus: 'operational', incidentStatuses: [], isUnderMaintenance: false } as const;
    expect(effectiveStatus({ ...well, incidentStatuses: [] })).toBe('operational');
    expect(effectiveStatus({ ...well, incidentStatuses: [], isUnderMaintenance: true })).toBe(
      'under_maintenance',
    );
    const hit = { ...well, incidentStatuses: ['degraded_performance' as const, 'major_outage' as const] };
    expect(effectiveStatus({ ...hit, isUnderMaintenance: true })).toBe('major_outage');
    expect(effectiveStatus({ ...well, incidentStatuses: [], ownStatus: 'partial_outage' })).toBe(
      'partial_outage',
    );
  });

  it('is lifted by a better word and never worsened by one', () => {
    expect(liftedTo('operational', 'major_outage')).toBe('operational');
    expect(liftedTo('major_outage', 'degraded_performance')).toBe('degraded_performance');
  });

  it('with several words shows the worst, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...serviceStatuses], { minLength: 1 }), (words) => {
        expect(worstStatus(words)).toBe(worstStatus(words.toReversed()));
      }),
    );
  });
});
