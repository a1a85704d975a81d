/** What an act can end with, in words. */
export const doneWords = {
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
  'status-set': '',
};

export type Done = keyof typeof doneWords;

/** What `donePath` adds to an address. */
export const doneNames = ['done', 'count', 'service', 'was', 'at'];

type More = { count?: string; service?: string; was?: string };

/**
 * The path with what was done in it, so that the next page can say so, with JavaScript or without.
 * `at` makes a second, equal act a new address; `anchor` is what the reader should go on looking at.
 */
export function donePath(path: string, done: Done, more: More = {}, anchor?: string): string {
  const query = new URLSearchParams({ done, ...more, at: Date.now().toString(36) });
  return `${path}?${query}${anchor ? `#${anchor}` : ''}`;
}
