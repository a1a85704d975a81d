import { describe, expect, it } from 'vitest';
import { inPageOrder, isShown, type Service, type ServiceGroup, slugOf } from '@/lib/domain/service';

const service = (id: string, groupId: string | null, position: number) =>
  ({ id, groupId, position }) as Service;
const group = (id: string, position: number) => ({ id, position }) as ServiceGroup;

describe('the order of the page', () => {
  it('mixes groups with services on their own, and keeps a group together', () => {
    const services = [
      service('late', null, 3),
      service('b2', 'b', 2),
      service('a1', 'a', 1),
      service('b1', 'b', 1),
      service('early', null, 1),
    ];
    const ids = inPageOrder(services, [group('a', 4), group('b', 2)]).map(({ id }) => id);
    expect(ids).toEqual(['early', 'b1', 'b2', 'late', 'a1']);
  });

  it('keeps two groups apart that share a place', () => {
    const services = [service('a1', 'a', 1), service('b1', 'b', 1), service('a2', 'a', 2)];
    const ids = inPageOrder(services, [group('a', 1), group('b', 1)]).map(({ id }) => id);
    expect(ids).toEqual(['a1', 'a2', 'b1']);
  });
});

describe('a service is shown', () => {
  it.each([
    [{ archivedAt: null, onlyShowIfDegraded: false, status: 'operational' }, true],
    [{ archivedAt: new Date(0), onlyShowIfDegraded: false, status: 'major_outage' }, false],
    [{ archivedAt: null, onlyShowIfDegraded: true, status: 'operational' }, false],
    [{ archivedAt: null, onlyShowIfDegraded: true, status: 'degraded_performance' }, true],
  ] as const)('%j: %s', (given, shown) => {
    expect(isShown(given)).toBe(shown);
  });
});

describe('a slug', () => {
  it.each([
    ['Payments API', 'payments-api'],
    ['  Zürich – Übersicht ', 'zurich-ubersicht'],
    ['日本', ''],
    ['a'.repeat(100), 'a'.repeat(60)],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
