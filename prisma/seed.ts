import { hashPassword } from '@/lib/auth/password';
import { database, type Transaction } from '@/lib/database/client';
import { appendEvent, takeRevision } from '@/lib/database/event-log';
import { newId } from '@/lib/database/ids';
import { env } from '@/lib/env';
import { addDemo, demoName } from './demo';

/** The first admin, as the start prints it. The password is there only when it was generated just now. */
export type FirstAdmin = { adminEmail: string; adminPassword?: string };

/**
 * Makes what an installation can't be without: its page, with the demo unless DEMO is false, and its first
 * admin. Skips what is there. Answers the admin when it made one. Safe with several processes starting at once.
 */
export async function firstRun(): Promise<FirstAdmin | undefined> {
  // Argon2 is slow on purpose: it runs before the lock is taken.
  const admin = (await database().user.count()) === 0 ? await firstAdmin() : undefined;
  return database().$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 from status_revision where id = 1 for update`;
      await ensurePage(tx);
      return admin && (await ensureAdmin(tx, admin));
    },
    { maxWait: 30_000, timeout: 30_000 },
  );
}

async function ensurePage(tx: Transaction): Promise<void> {
  if ((await tx.page.count()) > 0) return;
  const isDemo = env().DEMO;
  const page = { id: newId(), name: isDemo ? demoName : 'Status' };
  await tx.page.create({ data: page });
  const revision = await takeRevision(tx);
  const at = new Date();
  if (isDemo) await addDemo(tx, revision, at);
  await appendEvent(tx, { revision, at: at.toISOString(), name: 'page.updated', payload: { page } });
}

type NewAdmin = FirstAdmin & { passwordHash: string };

async function firstAdmin(): Promise<NewAdmin> {
  const { ADMIN_EMAIL: adminEmail = 'admin@example.com', ADMIN_PASSWORD } = env();
  if (ADMIN_PASSWORD) return { adminEmail, passwordHash: await hashPassword(ADMIN_PASSWORD) };
  // Two ids: 24 characters, 124 bits of chance, easy to copy.
  const adminPassword = `${newId()}${newId()}`;
  return { adminEmail, adminPassword, passwordHash: await hashPassword(adminPassword) };
}

async function ensureAdmin(tx: Transaction, admin: NewAdmin): Promise<FirstAdmin | undefined> {
  // Another process may have been first while this one hashed.
  if ((await tx.user.count()) > 0) return undefined;
  const { passwordHash, ...made } = admin;
  const email = made.adminEmail.toLowerCase();
  await tx.user.create({ data: { id: newId(), email, name: 'Owner', role: 'owner', passwordHash } });
  return made;
}
