import { expect, test } from 'vitest';
import { safeNext } from '@/lib/auth/safe-next';

test.each(['/admin', '/admin/incidents/new', '/admin/incidents?q=a%20b&page=2', '/admin/services#group-1'])(
  '%s is followed',
  (next) => expect(safeNext(next)).toBe(next),
);

test.each([
  undefined,
  null,
  ['/admin/services'],
  '',
  'admin/services',
  'https://example.com/admin',
  '//example.com/admin',
  '/\\example.com/admin',
  '\\\\example.com',
  '/\t/example.com/admin',
  ' //example.com',
  'javascript:alert(1)',
  '/',
  '/administer',
  '/admin/../api/v1',
  '/admin/..//example.com',
  '/admin/%2e%2e/%2e%2e/x',
  '/admin/sign-in',
  '/admin/sign-in?next=/admin/sign-in',
])('%j leads to the control room instead', (next) => expect(safeNext(next)).toBe('/admin'));
