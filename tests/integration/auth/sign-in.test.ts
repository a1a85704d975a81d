import { verify } from '@node-rs/argon2';
import { beforeEach, expect, test, vi } from 'vitest';
import { hashPassword } from '@/lib/auth/password';
import { findSessionUser, openSession } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { createSignInLimit } from '@/lib/auth/sign-in-limit';
import { database } from '@/lib/database/client';
import { inInstallation } from '../../support/installation';

inInstallation();

vi.mock('@node-rs/argon2', async (importOriginal) => {
  const real = await importOriginal<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});
const verified = vi.mocked(verify);

const caller = { address: '192.0.2.1', userAgent: 'Test/1.0' };
const right = { email: 'ada@example.com', password: 'correct-horse-battery', caller, formerToken: null };

beforeEach(async () => {
  const passwordHash = await hashPassword(right.password);
  const data = { id: 'user1', email: right.email, name: 'Ada', role: 'owner' as const, passwordHash };
  await database().user.create({ data });
});

test('the right pair opens a session, however the e-mail is typed', async () => {
  const outcome = await signIn(createSignInLimit(null), { ...right, email: ' ADA@example.com' });
  expect(outcome.kind).toBe('signed_in');
  if (outcome.kind === 'signed_in')
    expect(await findSessionUser(outcome.token)).toMatchObject({ id: 'user1' });
});

test('a wrong password and an unknown account are told apart by nothing', async () => {
  const limit = createSignInLimit(null);
  const wrong = await signIn(limit, { ...right, password: 'wrong' });
  const unknown = await signIn(limit, { ...right, email: 'nobody@example.com' });
  expect(wrong).toEqual({ kind: 'wrong' });
  expect(unknown).toEqual(wrong);
  expect(await database().session.count()).toBe(0);
});

test('an unknown account costs as much work as a known one: the same password, one hash of the same cost', async () => {
  const workFor = async (email: string) => {
    verified.mockClear();
    await signIn(createSignInLimit(null), { ...right, email, password: 'wrong' });
    // What is compared with differs; algorithm and cost are written in front of salt and hash.
    return verified.mock.calls.map(([hash, password]) => [String(hash).split('$').slice(0, 4), password]);
  };
  const known = await workFor(right.email);
  expect(known).toEqual([[['', 'argon2id', 'v=19', expect.stringMatching(/^m=/)], 'wrong']]);
  expect(await workFor('nobody@example.com')).toEqual(known);
});

test('signing in gives a new session and ends the one brought along, so that none can be planted', async () => {
  const planted = await openSession('user1', caller);
  const outcome = await signIn(createSignInLimit(null), { ...right, formerToken: planted });
  expect(outcome).not.toMatchObject({ token: planted });
  expect(await findSessionUser(planted)).toBeNull();
});

test('too many failures from one address wait, even with the right password, and others do not', async () => {
  const limit = createSignInLimit(null);
  for (let n = 0; n < 10; n += 1)
    await signIn(limit, { ...right, email: `${n}@example.com`, password: 'wrong' });
  const refused = await signIn(limit, right);
  expect(refused.kind).toBe('too_many');
  if (refused.kind === 'too_many') {
    expect(refused.waitSeconds).toBeGreaterThan(890);
    expect(refused.waitSeconds).toBeLessThanOrEqual(900);
  }
  const elsewhere = { address: '192.0.2.2', userAgent: null };
  expect((await signIn(limit, { ...right, caller: elsewhere })).kind).toBe('signed_in');
});

test('guesses at the same moment count one by one', async () => {
  const limit = createSignInLimit(null);
  const guesses = Array.from({ length: 30 }, () => signIn(limit, { ...right, password: 'wrong' }));
  const kinds = (await Promise.all(guesses)).map((outcome) => outcome.kind);
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(10);
});
