import { createHash, timingSafeEqual } from 'node:crypto';
import { clientAddress } from '@/lib/client-address';
import { database } from '@/lib/database/client';
import { orUnavailable } from '@/lib/database/unavailable';
import type { Actor } from '@/lib/domain/actor';
import { env } from '@/lib/env';

/** A token's last use is written at most this often, however often it is used. */
const touchEveryMs = 60 * 1000;

/** What Statuspage's scripts send (`OAuth`) and what the rest of the world sends; 512 characters are plenty. */
const authorization = /^(?:oauth|bearer) +([\x21-\x7e]{1,512}) *$/i;

/**
 * The actor behind the request's `Authorization: OAuth …` or `Bearer …`: the operator's ADMIN_API_TOKEN as owner,
 * or a token of ours with its role. Null for everyone else.
 */
export async function findTokenActor(headers: Pick<Headers, 'get'>, now = new Date()): Promise<Actor | null> {
  const token = authorization.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) return null;
  const address = clientAddress(headers, env().TRUSTED_PROXIES);
  if (isOperatorToken(token))
    return { kind: 'token', id: null, name: 'ADMIN_API_TOKEN', role: 'owner', address };
  const row = await orUnavailable(() =>
    database().apiToken.findUnique({ where: { tokenHash: hashApiToken(token) } }),
  );
  if (!row || row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return null;
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= touchEveryMs)
    await touch(row.id, now);
  return { kind: 'token', id: row.id, name: row.name, role: row.role, address };
}

/** What is kept of a token. Fast on purpose: tokens are long and random, there is nothing to guess. */
export function hashApiToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compared by hash, so that neither the time taken nor the length tells anything. */
function isOperatorToken(token: string): boolean {
  const { ADMIN_API_TOKEN } = env();
  if (ADMIN_API_TOKEN === undefined) return false;
  return timingSafeEqual(Buffer.from(hashApiToken(token)), Buffer.from(hashApiToken(ADMIN_API_TOKEN)));
}

async function touch(id: string, now: Date): Promise<void> {
  // The condition lets one of many requests at once write; the others find it done.
  const before = new Date(now.getTime() - touchEveryMs);
  await orUnavailable(() =>
    database().apiToken.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
      data: { lastUsedAt: now },
    }),
  );
}
