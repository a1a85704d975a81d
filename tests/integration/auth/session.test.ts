import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { closeSession, findSessionUser, openSession } from '@/lib/auth/session';
import { database } from '@/lib/database/client';
import { inInstallation } from '../../support/installation';

inInstallation();

const caller = { address: '192.0.2.1', userAgent: 'Test/1.0' };
const day = 24 * 60 * 60 * 1000;
const start = new Date('2026-01-01T00:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);

beforeEach(async () => {
  await database().user.create({
    data: { id: 'user1', email: 'a@example.com', name: 'Ada', role: 'admin', passwordHash: 'none' },
  });
});

test('a session is kept as a hash, with where it was opened from', async () => {
  const token = await openSession('user1', caller, start);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const [row] = await database().session.findMany();
  expect(row).toMatchObject({ userId: 'user1', address: '192.0.2.1', userAgent: 'Test/1.0' });
  expect(row?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
  expect(JSON.stringify(row)).not.toContain(token);
});

test('its token leads to its owner; no other text does, the hash least of all', async () => {
  const token = await openSession('user1', caller, start);
  expect(await findSessionUser(token, start)).toEqual({
    id: 'user1',
    name: 'Ada',
    email: 'a@example.com',
    role: 'admin',
  });
  const hash = createHash('sha256').update(token).digest('hex');
  for (const other of ['', hash, `${token} `, token.slice(1), 'x'.repeat(43), "' or 1=1"]) {
    expect(await findSessionUser(other, start)).toBeNull();
  }
});

test('it ends 30 days after its last use, and use within an hour is not written down', async () => {
  const token = await openSession('user1', caller, start);
  await findSessionUser(token, after(59 * 60 * 1000));
  expect((await database().session.findFirst())?.lastSeenAt).toEqual(start);
  expect(await findSessionUser(token, after(20 * day))).not.toBeNull();
  expect(await findSessionUser(token, after(49 * day))).not.toBeNull();
  expect(await findSessionUser(token, after(79 * day))).toBeNull();
});

test('signing out ends this session and no other', async () => {
  const [one, two] = [await openSession('user1', caller, start), await openSession('user1', caller, start)];
  await closeSession(one);
  await closeSession(one);
  await closeSession('nonsense');
  expect(await findSessionUser(one, start)).toBeNull();
  expect(await findSessionUser(two, start)).not.toBeNull();
});

test('expired sessions are cleared away when the next one is opened', async () => {
  await openSession('user1', caller, start);
  await openSession('user1', { address: null, userAgent: 'x'.repeat(9_000) }, after(31 * day));
  const rows = await database().session.findMany();
  expect(rows).toHaveLength(1);
  expect(rows[0]?.userAgent).toHaveLength(400);
});
