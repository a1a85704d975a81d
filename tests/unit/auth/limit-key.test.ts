import { expect, test } from 'vitest';
import { addressLimitKey } from '@/lib/address-limit-key';
import { accountLimitKey } from '@/lib/auth/limit-key';
import { waitInWords } from '@/lib/auth/wait-in-words';

test('an IPv4 address counts for itself, however it is spelled', () => {
  expect(addressLimitKey('192.0.2.1')).toBe('address:192.0.2.1');
  expect(addressLimitKey('::ffff:192.0.2.1')).toBe('address:192.0.2.1');
  expect(addressLimitKey('192.0.2.2')).not.toBe(addressLimitKey('192.0.2.1'));
});

test('IPv6 addresses of one /64 count together, those of the next apart', () => {
  expect(addressLimitKey('2001:db8:1:2::1')).toBe(addressLimitKey('2001:db8:1:2:ffff:ffff:ffff:ffff'));
  expect(addressLimitKey('2001:db8:1:2::1')).not.toBe(addressLimitKey('2001:db8:1:3::1'));
});

test('addresses nobody knows count together', () => {
  expect(addressLimitKey(null)).toBe(addressLimitKey('nonsense'));
});

test('an account counts once however its e-mail is typed, and its key does not tell the e-mail', () => {
  expect(accountLimitKey(' Admin@Example.com ')).toBe(accountLimitKey('admin@example.com'));
  expect(accountLimitKey('admin@example.com')).not.toMatch(/admin|example/);
  expect(accountLimitKey('a@example.com')).not.toBe(accountLimitKey('b@example.com'));
  expect(accountLimitKey('x'.repeat(10_000)).length).toBeLessThan(60);
});

test.each([
  [1, '1 second'],
  [30, '30 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [900, '15 minutes'],
])('%i s is %s', (seconds, words) => expect(waitInWords(seconds)).toBe(words));
