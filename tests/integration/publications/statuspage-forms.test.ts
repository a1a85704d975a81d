import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statuspageBodies } from '@/lib/contracts/statuspage-bodies';
import { fixture } from '@/tests/support/statuspage-fixtures';
import { type PublicationApp, startPublicationApp } from './publication-app';

/** What the built product answers beside what Statuspage does: every object's keys, and the form of every value. */
let served: PublicationApp;
const paths = Object.keys(statuspageBodies).map((name) => `api/v2/${name}`);

beforeAll(async () => {
  served = await startPublicationApp();
  const { components } = await served.json('/api/v2/components.json');
  const inGroup = components.find((one: { group_id: string | null }) => one.group_id);
  const body = 'We look.';
  const incident = { name: 'Slow', body, components: { [inGroup.id]: 'partial_outage' } };
  const { id } = await served.manage('POST', '/incidents', { incident });
  await served.manage('PATCH', `/incidents/${id}`, { incident: { status: 'monitoring', body: 'Better.' } });
});
afterAll(() => served?.stop());

/** What was seen at each place; the places of a list are one, and a component is the same wherever it stands. */
type Seen = Map<string, Set<string>>;

const component = /^\.(?:incidents|scheduled_maintenances)\[\]\.components\[\]/;

function note(seen: Seen, given: string, value: unknown): Seen {
  const place = given.replace(component, '.components[]');
  const at = seen.get(place) ?? new Set();
  seen.set(place, at.add(formOf(value)));
  if (Array.isArray(value)) for (const one of value) note(seen, `${place}[]`, one);
  else if (typeof value === 'object' && value)
    for (const [key, inner] of Object.entries(value)) note(seen, `${place}.${key}`, inner);
  return seen;
}

const forms: [RegExp, string][] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'a time'],
  [/^\d{4}-\d\d-\d\d$/, 'a date'],
  [/^https?:\/\//, 'an address'],
  [/^[a-z0-9]{12}$/, 'an id'],
];

function formOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value) return `keys ${Object.keys(value).join(' ')}`;
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  return forms.find(([form]) => form.test(value))?.[1] ?? 'words';
}

const known: Seen = new Map();
for (const path of paths) note(known, '', fixture(path));
describe.each(paths)('%s', (path) => {
  it('has the keys of Statuspage in its order, and values of its forms', async () => {
    const body = await served.json(`/${path}`);
    expect(Object.keys(body)).toEqual(Object.keys(fixture(path)));
    const strange = [...note(new Map(), '', body)].flatMap(([place, seen]) => {
      const may = known.get(place);
      return [...seen].filter((form) => !may?.has(form)).map((form) => `${place}: ${form}`);
    });
    expect(strange).toEqual([]);
  });
});

it('every group that is named has its row, and every row of a group names its components', async () => {
  const { components } = await served.json('/api/v2/components.json');
  const inGroups: [string, string][] = [];
  for (const { id, group_id } of components) if (group_id) inGroups.push([group_id, id]);
  const named: [string, string][] = [];
  for (const row of components) if (row.group) for (const id of row.components) named.push([row.id, id]);
  expect(inGroups.length).toBeGreaterThan(3);
  expect(named).toEqual(inGroups);
});
