import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarOfMaintenance, maintenanceCalendar } from '@/lib/publications/calendar/calendar';
import type { StatusRecord } from '@/lib/queries/get-status-record';
import { fixtureRecord } from '@/tests/support/statuspage-fixtures';

const record = fixtureRecord();
const [planned] = record.maintenances;
if (!planned) throw new Error('the fixtures have planned work');

const written = (of: StatusRecord = record) => maintenanceCalendar.write(of, false) ?? '';

/** The events as another program reads them. */
function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  return component.getAllSubcomponents('vevent').map((part) => {
    const { uid, summary, description, startDate, endDate, sequence } = new ICAL.Event(part);
    const value = (name: string) => part.getFirstPropertyValue(name)?.toString();
    const [start, end] = [startDate, endDate].map((time) => ({
      at: time.toJSDate().toISOString(),
      in: time.zone.tzid,
    }));
    return {
      uid,
      summary,
      description,
      start,
      end,
      sequence,
      status: value('status'),
      stamp: value('dtstamp'),
    };
  });
}

describe('the calendar', () => {
  it('is read by another program, each window in UTC', () => {
    expect(read(written())).toHaveLength(record.maintenances.length);
    expect(read(written())[0]).toEqual({
      uid: 'mntcdnr0t4t3@acm3p4g3x0k1.signalbox',
      summary: 'Acme Cloud: CDN certificate rotation',
      description: 'We will be undergoing scheduled maintenance during this time.\n\nAffects CDN.',
      start: { at: '2026-10-03T00:00:00.000Z', in: 'UTC' },
      end: { at: '2026-10-03T01:00:00.000Z', in: 'UTC' },
      sequence: 1,
      status: 'CONFIRMED',
      stamp: '2026-09-28T03:16:31Z',
    });
  });

  it('is the same text for the same record', () => {
    expect(written(fixtureRecord())).toBe(written());
  });

  it('keeps an event what it is when it changes, under a higher number', () => {
    const changed = {
      ...planned,
      title: 'Other words',
      version: 2,
      updatedAt: new Date('2026-09-29T00:00Z'),
    };
    const [before] = read(written());
    const [after] = read(written({ ...record, maintenances: [changed] }));
    expect(after).toEqual({
      ...before,
      summary: 'Acme Cloud: Other words',
      sequence: 2,
      stamp: '2026-09-29T00:00:00Z',
    });
  });

  it('ends lines as RFC 5545 has them and folds them at 75 octets, whatever is written', () => {
    const title = 'Łódź, München; 東京\\ 😀 '.repeat(9);
    const body = 'First\r\nsecond\nBEGIN:VEVENT';
    const updates = planned.updates.map((update) => ({ ...update, body }));
    const text = written({ ...record, maintenances: [{ ...planned, title, updates }] });
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [event] = read(text);
    expect(event?.summary).toBe(`Acme Cloud: ${title}`);
    expect(event?.description).toBe('First\nsecond\nBEGIN:VEVENT\n\nAffects CDN.');
  });

  it('says of work that was called off that it is, above every number it had', () => {
    const maintenance = {
      id: planned.id,
      title: planned.title,
      status: planned.status,
      scheduledStartAt: planned.scheduledStartAt.toISOString(),
      scheduledEndAt: planned.scheduledEndAt.toISOString(),
      services: planned.serviceIds.map((id) => ({ id, status: 'operational' as const })),
      updates: [],
    };
    const cancelled = [{ revision: 12, at: new Date('2026-09-29T10:00Z'), maintenance }];
    const [before] = read(written());
    const [after] = read(written({ ...record, maintenances: [], cancelled }));
    expect(after).toEqual({
      ...before,
      description: 'This maintenance was cancelled.\n\nAffects CDN.',
      status: 'CANCELLED',
      sequence: 12,
      stamp: '2026-09-29T10:00:00Z',
    });
  });

  it('is empty, and a calendar still, where nothing is planned', () => {
    expect(read(written({ ...record, maintenances: [] }))).toEqual([]);
  });
});

describe('the calendar of one maintenance', () => {
  it('holds it alone', () => {
    const text = calendarOfMaintenance(planned.id).write(record, false) ?? '';
    expect(read(text)).toEqual([read(written())[0]]);
  });

  it.each(['mnt', 'inc4p13rr0r5', ''])('is not there for %j', (id) => {
    expect(calendarOfMaintenance(id).write(record, false)).toBeNull();
  });
});
