import { database, type Transaction } from './client';
import type { Page } from './generated/client';

export type { Page };

/** The installation's one page. The first start makes it. */
export const pageRepository = {
  async get(tx: Transaction = database()): Promise<Page> {
    return tx.page.findFirstOrThrow();
  },

  async rename(tx: Transaction, name: string): Promise<void> {
    await tx.page.updateMany({ data: { name } });
  },

  /** Notes that something visible changed. Readers poll this time, so it rises with every change. */
  async touch(tx: Transaction, at: Date): Promise<void> {
    await tx.$executeRaw`
      update page set updated_at = greatest(${at}::timestamptz, updated_at + interval '1 millisecond')`;
  },
};
