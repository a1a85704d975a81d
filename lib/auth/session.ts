import { createHash, randomBytes } from 'node:crypto';
import { database } from '@/lib/database/client';
import { orUnavailable } from '@/lib/database/unavailable';
import type { Role } from '@/lib/domain/actor';

const dayMs = 24 * 60 * 60 * 1000;
const lifetimeMs = 30 * dayMs;
/** A session is written to at most this often, however often it is used. */
const slideEveryMs = 60 * 60 * 1000;
const longestUserAgent = 400;

/** Where a request came from, kept with the session so that its owner can recognise it. */
export type Caller = { address: string | null; userAgent: string | null };

/** Who a session belongs to. */
export type SessionUser = { id: string; name: string; email: string; role: Role };

/** Opens a session and returns its token, which is kept nowhere but in the answer. Clears away expired ones. */
export async function openSession(userId: string, caller: Caller, now = new Date()): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await orUnavailable(() =>
    database().$transaction([
      database().session.deleteMany({ where: { expiresAt: { lte: now } } }),
      database().session.create({
        data: {
          tokenHash: hashOf(token),
          userId,
          userAgent: caller.userAgent?.slice(0, longestUserAgent) ?? null,
          address: caller.address,
          createdAt: now,
          lastSeenAt: now,
          expiresAt: new Date(now.getTime() + lifetimeMs),
        },
      }),
    ]),
  );
  return token;
}

/** The owner of the session behind `token`, null when there is none or it is over. Use moves the end away. */
export async function findSessionUser(token: string, now = new Date()): Promise<SessionUser | null> {
  if (!isToken(token)) return null;
  const tokenHash = hashOf(token);
  const session = await orUnavailable(() =>
    database().session.findUnique({ where: { tokenHash }, include: { user: true } }),
  );
  if (!session || session.expiresAt <= now) return null;
  if (now.getTime() - session.lastSeenAt.getTime() >= slideEveryMs) await slide(tokenHash, now);
  const { id, name, email, role } = session.user;
  return { id, name, email, role };
}

/** Ends the session behind `token`; the same answer when there is none. */
export async function closeSession(token: string): Promise<void> {
  if (!isToken(token)) return;
  await orUnavailable(() => database().session.deleteMany({ where: { tokenHash: hashOf(token) } }));
}

async function slide(tokenHash: string, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  // updateMany: a sign-out at the same moment is no error.
  await orUnavailable(() =>
    database().session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now, expiresAt } }),
  );
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
