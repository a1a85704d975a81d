import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ServiceStatus, worstStatus } from '@/lib/domain/service-status';
import { historySpans, mergedSpans, type Span } from '@/lib/domain/uptime/status-spans';
import { histories, periodEnd, spans } from './status-history';

const at = (minutes: number) => new Date(minutes * 60_000);
const change = (minutes: number, status: ServiceStatus) => ({ status, at: at(minutes) });
const minutes = ({ status, from, to }: Span) => [status, from / 60_000, to / 60_000];

describe('overlapping spans', () => {
  it('are merged so that a minute counts once, for the worst', () => {
    const merged = mergedSpans([
      { status: 'partial_outage', from: 0, to: 60 },
      { status: 'major_outage', from: 20, to: 30 },
      { status: 'partial_outage', from: 40, to: 90 },
      { status: 'degraded_performance', from: 50, to: 100 },
    ]);
    expect(merged).toEqual([
      { status: 'partial_outage', from: 0, to: 20 },
      { status: 'major_outage', from: 20, to: 30 },
      { status: 'partial_outage', from: 30, to: 90 },
      { status: 'degraded_performance', from: 90, to: 100 },
    ]);
  });

  it('say the same in any order and any number of copies', () => {
    fc.assert(
      fc.property(spans, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = [...given, ...given]
          .map((span) => ({ span, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ span }) => span);
        expect(mergedSpans(shuffled)).toEqual(mergedSpans(given));
      }),
    );
  });

  it('give each moment the worst that held then, and nothing where nothing did', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const merged = mergedSpans(given);
        const moments = given.flatMap(({ from, to }) => [from, from - 1, to, to - 1]);
        for (const moment of moments) {
          const held = given.filter(({ from, to }) => from <= moment && moment < to);
          const says = merged.filter(({ from, to }) => from <= moment && moment < to);
          const worst = held.length > 0 ? [worstStatus(held.map(({ status }) => status))] : [];
          expect(says.map(({ status }) => status)).toEqual(worst);
        }
      }),
    );
  });
});

describe('the history of a service', () => {
  it('begins with its first change, and lasts until now', () => {
    const changes = [change(10, 'operational'), change(30, 'major_outage'), change(40, 'operational')];
    const spansOf = historySpans({ changes, maintenance: [], knownFrom: at(0) }, 60 * 60_000);
    expect(spansOf.map(minutes)).toEqual([
      ['operational', 10, 30],
      ['major_outage', 30, 40],
      ['operational', 40, 60],
    ]);
  });

  it('begins no earlier than the service itself', () => {
    const changes = [change(10, 'major_outage'), change(20, 'operational')];
    const spansOf = historySpans({ changes, maintenance: [], knownFrom: at(15) }, 30 * 60_000);
    expect(spansOf.map(minutes)).toEqual([
      ['major_outage', 15, 20],
      ['operational', 20, 30],
    ]);
  });

  it('is nothing without a change, whatever was planned', () => {
    const maintenance = [{ from: at(0), to: at(20) }];
    expect(historySpans({ changes: [], maintenance, knownFrom: at(0) }, 30 * 60_000)).toEqual([]);
  });

  it('counts an announced window as maintenance, an outage within it too', () => {
    const changes = [change(0, 'operational'), change(12, 'major_outage'), change(30, 'operational')];
    const maintenance = [
      { from: at(10), to: at(20) },
      { from: at(15), to: at(25) },
      { from: at(50), to: at(500) },
    ];
    const spansOf = historySpans({ changes, maintenance, knownFrom: at(0) }, 60 * 60_000);
    expect(spansOf.map(minutes)).toEqual([
      ['operational', 0, 10],
      ['under_maintenance', 10, 25],
      ['major_outage', 25, 30],
      ['operational', 30, 50],
      ['under_maintenance', 50, 60],
    ]);
  });

  it('is the same in whatever order its changes are read', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const backwards = {
          ...history,
          changes: history.changes.toReversed(),
          maintenance: history.maintenance.toReversed(),
        };
        expect(historySpans(backwards, periodEnd)).toEqual(historySpans(history, periodEnd));
      }),
    );
  });
});
