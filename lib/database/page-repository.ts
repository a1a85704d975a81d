import { database, type Transaction } from './client';
import type { Page } from './generated/client';

export type { Page };

/** The installation's one page. The first start makes it. */
export const pageRepository = {
  async get(tx: Transaction = database()): Promise<Page> {
    return tx.page.findFirstOrThrow();
  },

  /** Notes that something visible changed: readers poll this time. */
  async touch(tx: Transaction, at: Date): Promise<void> {
    await tx.page.updateMany({ data: { updatedAt: at } });
  },
};
