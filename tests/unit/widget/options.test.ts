import { expect, it } from 'vitest';
import { readOptions } from '@/lib/widget/client/options';

const read = (attributes: Record<string, string>) => readOptions((name) => attributes[name] ?? null);
const usual = { kind: 'pill', services: null, hidesWhenOperational: false };

it.each<[Record<string, string>, object]>([
  [{}, {}],
  [{ kind: 'banner' }, { kind: 'banner' }],
  [{ kind: ' Services ' }, { kind: 'services' }],
  [{ kind: 'marquee' }, {}],
  [{ kind: 'constructor' }, {}],
  [{ services: 'api' }, { services: ['api'] }],
  [{ services: ' api, search\n mail,' }, { services: ['api', 'search', 'mail'] }],
  [{ services: ' , ' }, {}],
  [{ services: '' }, {}],
  [{ 'hide-when-operational': '' }, { hidesWhenOperational: true }],
  [{ 'hide-when-operational': 'true' }, { hidesWhenOperational: true }],
  [{ 'hide-when-operational': 'false' }, {}],
])('%o is read as %o', (attributes, expected) => {
  expect(read(attributes)).toEqual({ ...usual, ...expected });
});
