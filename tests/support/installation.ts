import { afterAll, beforeAll, beforeEach } from 'vitest';
import { database } from '@/lib/database/client';
import type { Actor } from '@/lib/domain/actor';
import { createTestDatabase } from './postgres';

export const owner: Actor = { kind: 'user', id: 'owner', name: 'Olive Owner', role: 'owner', address: null };
export const viewer: Actor = { ...owner, id: 'viewer', name: 'Vic Viewer', role: 'viewer' };

/**
 * Gives the test file a database of its own as this process's DATABASE_URL, with a page named Test, and each of
 * its tests an empty one; `isKept` leaves it to all of them as it is.
 */
export function inInstallation({ isKept = false } = {}): void {
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const created = await createTestDatabase();
    drop = created.drop;
    process.env.DATABASE_URL = created.url;
    if (isKept) await begin();
  });
  beforeEach(async () => {
    if (!isKept) await begin();
  });

  async function begin(): Promise<void> {
    await database().$executeRaw`
      truncate page, service, service_group, incident, maintenance, status_event, audit_entry, "user" cascade`;
    await database().$executeRaw`update status_revision set value = 0`;
    await database().page.create({ data: { id: 'testpage0001', name: 'Test' } });
  }

  afterAll(async () => {
    await database().$disconnect();
    await drop();
  });
}
