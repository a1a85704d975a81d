import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '@/lib/auth/password';

test('a password is kept as argon2id with OWASP’s cost, and no two hashes are alike', async () => {
  const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await isPassword(one, 'correct horse')).toBe(true);
  expect(await isPassword(one, 'Correct horse')).toBe(false);
});

test('the same characters typed on another keyboard are the same password', async () => {
  expect(await isPassword(await hashPassword('caf\u00e9 au lait'), 'cafe\u0301 au lait')).toBe(true);
});

test('nobody has the password of an account that does not exist, not even the one behind the dummy', async () => {
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
  expect(await isPassword('not a hash', 'anything')).toBe(false);
});
