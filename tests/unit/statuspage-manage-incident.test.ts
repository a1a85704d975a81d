import { describe, expect, it } from 'vitest';
import { changeIncidentRequest, createIncidentRequest } from '@/lib/contracts/manage-api';
import { ignoredIncidentFields, manageField, unsupportedIncidentFields } from '@/lib/contracts/manage-fields';
import { toIncidentChange, toOpenIncidentInput } from '@/lib/contracts/manage-incident';
import { incident as resolved } from './statuspage-sample';

const open = { ...resolved, status: 'identified' as const, resolvedAt: null };
const opened = (incident: object) => toOpenIncidentInput(createIncidentRequest.parse({ incident }).incident);
const changed = (incident: object, present: typeof resolved = open) =>
  toIncidentChange(changeIncidentRequest.parse({ incident }).incident, present);

describe('opening an incident', () => {
  it('needs a name alone', () => {
    expect(opened({ name: ' Slow ' })).toEqual({
      title: 'Slow',
      status: 'investigating',
      impactOverride: null,
      body: '',
      services: [],
    });
  });

  it('names component_ids without a status, and those in components with the status said', () => {
    const asked = {
      name: 'Slow',
      component_ids: ['cart', 'web', 'web'],
      components: { web: 'major_outage', mail: 'operational' },
    };
    expect(opened(asked).services).toEqual([
      { id: 'web', status: 'major_outage' },
      { id: 'mail', status: 'operational' },
      { id: 'cart' },
    ]);
  });
});

describe('changing an incident', () => {
  it.each([
    ['nothing', {}],
    ['the present status', { status: 'identified' }],
    ['the present status and no words', { status: 'identified', body: '' }],
    ['no words at all', { body: null }],
    ['components it has already', { component_ids: ['cart', 'web'] }],
    ['the name it has', { name: 'Carts are slow' }],
    ['the impact it follows', { impact_override: null }],
  ])('%s is nothing new', (_, asked) => {
    expect(changed(asked)).toEqual({ kind: 'none' });
  });

  it.each([
    ['a status', { status: 'monitoring' }, { status: 'monitoring', body: '', services: [] }],
    ['words', { body: ' Soon. ' }, { body: 'Soon.', services: [] }],
    [
      'words at the present status',
      { status: 'identified', body: 'Soon.' },
      { status: 'identified', body: 'Soon.', services: [] },
    ],
    [
      'a component',
      { components: { cart: 'operational' }, component_ids: ['cart'] },
      { body: '', services: [{ id: 'cart', status: 'operational' }] },
    ],
    ['another component', { component_ids: ['mail'] }, { body: '', services: [{ id: 'mail' }] }],
    [
      'everything at once',
      { name: 'Carts work', impact_override: 'minor', status: 'resolved', body: 'Over.' },
      { title: 'Carts work', impactOverride: 'minor', status: 'resolved', body: 'Over.', services: [] },
    ],
  ])('%s is an update', (_, asked, input) => {
    expect(changed(asked)).toEqual({ kind: 'post', input });
  });

  it.each([
    ['a name', { name: 'Carts are very slow' }, { title: 'Carts are very slow' }],
    ['an impact', { impact_override: 'none', status: 'identified' }, { impactOverride: 'none' }],
  ])('%s alone is an edit', (_, asked, input) => {
    expect(changed(asked)).toEqual({ kind: 'edit', input });
  });

  it('saying resolved again is nothing new, another word is left to the rules', () => {
    expect(changed({ status: 'resolved' }, resolved)).toEqual({ kind: 'none' });
    expect(changed({ status: 'monitoring' }, resolved).kind).toBe('post');
  });
});

describe("Statuspage's other fields", () => {
  it('those without effect here are accepted', () => {
    const extras = Object.fromEntries(ignoredIncidentFields.map((field) => [field, true]));
    const incident = { name: 'Slow', ...extras, made_up: 1 };
    expect(createIncidentRequest.safeParse({ incident }).success).toBe(true);
    expect(unsupportedIncidentFields({ incident })).toEqual([]);
  });

  it.each([
    [{ scheduled_for: '2026-05-01T10:00:00Z' }, ['incident.scheduled_for']],
    [{ scheduled_until: 'x', status: 'scheduled' }, ['incident.scheduled_until', 'incident.status']],
    [{ backfill_date: '2026-01-01', backfilled: true }, ['incident.backfill_date', 'incident.backfilled']],
    [{ impact_override: 'maintenance' }, ['incident.impact_override']],
    [{ scheduled_for: null, scheduled_until: '', backfilled: false, backfill_date: null }, []],
  ])('%j names %j', (incident, fields) => {
    expect(unsupportedIncidentFields({ incident }).map((problem) => problem.field)).toEqual(fields);
  });

  it.each([null, 1, 'text', [], {}, { incident: null }, { incident: [] }])('finds nothing in %j', (body) => {
    expect(unsupportedIncidentFields(body)).toEqual([]);
  });
});

it.each([
  ['incident', 'title', 'incident.name'],
  ['incident', 'services', 'incident.components'],
  ['incident', 'concernedServices', 'incident.component_ids'],
  ['incident', 'status', 'incident.status'],
  ['component', 'groupId', 'component.group_id'],
] as const)("a refusal of %s's %s is told as %s", (subject, field, told) => {
  expect(manageField(subject, field)).toBe(told);
});
