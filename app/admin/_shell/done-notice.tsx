import type { ReactNode } from 'react';
import { Confirmation } from './confirmation';

/** What an act can end with; each page's address may carry one. */
const words = {
  opened: 'Published.',
  posted: 'Update published.',
  resolved: 'Resolved.',
  edited: 'Saved.',
  deleted: 'Deleted. Visitors no longer see it.',
  created: 'Created. It is on the page.',
  'created-group': 'Created. Visitors see the group once a service is in it.',
  archived: 'Archived. It is off the page; its history is kept.',
  'archived-group': 'Archived. Its services now stand on their own.',
  restored: 'Restored. It is back on the page.',
  moved: 'Moved.',
};

export type Done = keyof typeof words | 'status-set';
/** The query of a page's address. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The path with what was done in it; `at` makes a second, equal act a new address. */
export function donePath(path: string, done: Done, more: Record<string, string> = {}): string {
  return `${path}?${new URLSearchParams({ done, ...more, at: Date.now().toString(36) })}`;
}

/** Says what the act that led here did, when one did; `details` adds what only the page knows. */
export async function DoneNotice({
  searchParams,
  details,
}: {
  searchParams: SearchParams;
  details?: Partial<Record<Done, ReactNode>>;
}) {
  const { done, count, at } = await searchParams;
  if (typeof done !== 'string' || !(done in words || (details && done in details))) return null;
  return (
    <Confirmation key={String(at)}>
      {words[done as keyof typeof words]} {updatedServices(count)} {details?.[done as Done]}
    </Confirmation>
  );
}

function updatedServices(count: unknown): string | null {
  if (typeof count !== 'string' || !/^[1-9]\d{0,3}$/.test(count)) return null;
  return count === '1' ? '1 service updated.' : `${count} services updated.`;
}
