import { expect, it } from 'vitest';
import { changeComponentRequest, createComponentRequest } from '@/lib/contracts/manage-api';
import { toCreateServiceInput, toEditServiceInput } from '@/lib/contracts/manage-component';
import { service } from './statuspage-sample';

const present = service({ id: 'cart', name: 'Cart', groupId: 'shop', status: 'partial_outage' });
const edited = (component: object, before = present) =>
  toEditServiceInput(changeComponentRequest.parse({ component }).component, before);

it('a new component needs a name alone', () => {
  const { component } = createComponentRequest.parse({
    component: { name: 'Cart', status: '', description: '' },
  });
  expect(toCreateServiceInput(component)).toEqual({
    name: 'Cart',
    description: null,
    groupId: null,
    status: 'operational',
    showcase: true,
    onlyShowIfDegraded: false,
    startDate: null,
  });
});

it.each([
  [{}, null],
  [{ name: 'Cart', group_id: 'shop', showcase: true }, null],
  [{ name: 'Basket', group_id: 'shop' }, { name: 'Basket' }],
  [
    { group_id: null, start_date: '2026-02-28' },
    { groupId: null, startDate: '2026-02-28' },
  ],
  [
    { only_show_if_degraded: true, description: 'Buying' },
    { onlyShowIfDegraded: true, description: 'Buying' },
  ],
  // Visitors see an outage that an incident speaks of; a person saying so too is a word of its own.
  [{ status: 'partial_outage' }, { status: 'partial_outage' }],
  [{ status: '' }, null],
])('of %j the news is %j', (asked, news) => {
  expect(edited(asked)).toEqual(news);
});

it('the status that is both seen and said is nothing new', () => {
  expect(edited({ status: 'operational' }, service({ id: 'cart' }))).toBeNull();
});
