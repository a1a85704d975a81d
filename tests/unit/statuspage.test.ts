import { describe, expect, it } from 'vitest';
import { toStatuspageComponents, toStatuspageIncident, toStatuspagePage } from '@/lib/contracts/statuspage';
import { incident, site } from './statuspage-sample';

// As real Statuspage bodies have them, in their order.
const pageKeys = ['id', 'name', 'url', 'time_zone', 'updated_at'];
const componentKeys = [
  'id',
  'name',
  'status',
  'created_at',
  'updated_at',
  'position',
  'description',
  'showcase',
  'start_date',
  'group_id',
  'page_id',
  'group',
  'only_show_if_degraded',
];
const incidentKeys = [
  'id',
  'name',
  'status',
  'created_at',
  'updated_at',
  'monitoring_at',
  'resolved_at',
  'impact',
  'shortlink',
  'started_at',
  'page_id',
  'incident_updates',
  'components',
  'reminder_intervals',
];
const updateKeys = [
  'id',
  'status',
  'body',
  'incident_id',
  'created_at',
  'updated_at',
  'display_at',
  'affected_components',
  'deliver_notifications',
  'custom_tweet',
  'tweet_id',
];
const affectedKeys = ['code', 'name', 'old_status', 'new_status'];

describe("keys are Statuspage's, in its order", () => {
  const shaped = toStatuspageIncident(incident, site());
  const rows = toStatuspageComponents(site());

  it.each([
    ['page', toStatuspagePage(site()), pageKeys],
    ['component', rows.find((row) => !row.group), componentKeys],
    ['group', rows.find((row) => row.group), [...componentKeys, 'components']],
    ['incident', shaped, incidentKeys],
    ['update', shaped.incident_updates[1], updateKeys],
    ['affected component', shaped.incident_updates[1]?.affected_components?.[0], affectedKeys],
    ['component of an incident', shaped.components[0], componentKeys],
  ])('%s', (_, shape, keys) => {
    expect(Object.keys(shape ?? {})).toEqual(keys);
  });
});

describe('components', () => {
  const rows = toStatuspageComponents(site());

  it('follow the order of the page, each group before its services, without archived ones', () => {
    expect(rows.map((row) => row.id)).toEqual(['web', 'shop', 'search', 'cart', 'mail', 'lost']);
  });

  it('never name a group whose row is missing', () => {
    expect(rows.map((row) => row.group_id)).toEqual([null, null, 'shop', 'shop', null, null]);
  });

  it('a group is as badly off as its worst service and as recent as its latest', () => {
    expect(rows.find((row) => row.group)).toMatchObject({
      name: 'Shop',
      status: 'partial_outage',
      description: 'Buying',
      updated_at: '2026-03-01T09:30:00.000Z',
      components: ['search', 'cart'],
      showcase: false,
      start_date: null,
    });
  });
});

describe('an incident', () => {
  const shaped = toStatuspageIncident(incident, site());

  it('has its permalink, its times and its page', () => {
    expect(shaped).toMatchObject({
      shortlink: 'https://status.shop.example/incidents/inc1',
      resolved_at: '2026-03-01T09:40:00.000Z',
      monitoring_at: null,
      page_id: 'pagepagepage',
    });
  });

  it('holds whole components in the order of the page, archived ones left out', () => {
    expect(shaped.components.map((component) => component.id)).toEqual(['web', 'cart']);
  });

  it('names affected components with their group in the order of the page, and null where there are none', () => {
    expect(shaped.incident_updates.map((update) => update.affected_components)).toEqual([
      null,
      [
        { code: 'web', name: 'WEB', old_status: 'operational', new_status: 'operational' },
        { code: 'cart', name: 'Shop - CART', old_status: 'operational', new_status: 'partial_outage' },
      ],
    ]);
  });

  it("tells time in the page's zone", () => {
    expect(toStatuspageIncident(incident, site('Asia/Kolkata'))).toMatchObject({
      started_at: '2026-03-01T14:30:00.000+05:30',
      incident_updates: [{ display_at: '2026-03-01T15:10:00.000+05:30' }, {}],
    });
  });
});
