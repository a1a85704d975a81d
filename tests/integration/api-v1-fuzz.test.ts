import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { serviceStatuses } from '@/lib/domain/service-status';
import { addComponent, addIncident, askPage, openInstallation } from './api-v1-client';

let close: () => Promise<void>;
const components: string[] = [];
let incident: string;

beforeAll(async () => {
  close = await openInstallation();
  for (const name of ['One', 'Two']) components.push((await addComponent(name)).id);
  incident = (await addIncident({ name: 'Slow' })).id;
});
afterAll(() => close());

/** An address can't hold half a character. */
const wellFormed = (given: string) => given.replace(/\p{Surrogate}/gu, '');

/** Mostly what the field may hold, now and then anything at all. */
const mostly = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 15, arbitrary }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
const plain = fc.string({ unit: 'grapheme', maxLength: 60 });
const odd = fc.string({ unit: 'binary', maxLength: 60 });
const text = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: odd });
const ids = () =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...components) },
    { weight: 1, arbitrary: fc.constantFrom('nosuch', '__proto__', 'a\0') },
  );

const requests = () => {
  const incidents = fc.record(
    {
      name: mostly(text),
      status: mostly(fc.constantFrom(...incidentStatuses)),
      impact_override: mostly(fc.constantFrom(null, ...impacts)),
      body: mostly(text),
      component_ids: mostly(fc.array(ids(), { maxLength: 3 })),
      components: mostly(fc.dictionary(ids(), fc.constantFrom(...serviceStatuses))),
      scheduled_for: fc.option(fc.jsonValue({ maxDepth: 1 }), { freq: 1 }),
    },
    { requiredKeys: [] },
  );
  const wanted = fc.record(
    {
      name: mostly(text),
      description: mostly(text),
      status: mostly(fc.constantFrom(...serviceStatuses)),
      group_id: mostly(fc.constantFrom(null, 'nosuch')),
      showcase: mostly(fc.boolean()),
      start_date: mostly(fc.constantFrom('2026-02-29', '0000-01-01', '9999-12-31', '2026-01-01')),
    },
    { requiredKeys: [] },
  );
  const shaped = fc.record({ incident: incidents, component: wanted });
  return fc.oneof({ weight: 9, arbitrary: shaped }, { weight: 1, arbitrary: fc.jsonValue() });
};
const addresses = () =>
  fc.constantFrom(
    ['POST', '/incidents'],
    ['PATCH', `/incidents/${incident}`],
    ['POST', '/components'],
    ['PATCH', `/components/${components[0]}`],
  );

it('random JSON is never an error of ours', async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(addresses(), requests(), async ([method = '', path = ''], body) => {
      const { status } = await askPage(method, path, { body });
      seen.add(status);
      expect([200, 201, 400, 422]).toContain(status);
    }),
    { numRuns: 400 },
  );
  // What is sent is neither all good nor all bad.
  expect([...seen].sort()).toEqual([200, 201, 400, 422]);
});

it('random bytes are never an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      addresses(),
      fc.uint8Array({ maxLength: 200 }),
      async ([method = '', path = ''], raw) => {
        const { status } = await askPage(method, path, { raw });
        expect([400, 422]).toContain(status);
      },
    ),
    { numRuns: 200 },
  );
});

it('random addresses and queries are never an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (part, query) => {
      const asked = `${encodeURIComponent(wellFormed(part))}?q=${encodeURIComponent(wellFormed(query))}`;
      for (const path of ['/incidents/', '/components/', '/']) {
        const { status } = await askPage('GET', `${path}${asked}`);
        expect([200, 400, 404]).toContain(status);
      }
    }),
    { numRuns: 100 },
  );
});
