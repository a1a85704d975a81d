import type { Problem } from '@/lib/contracts/problem';

/** Nothing is known yet, and Postgres can't be asked. */
export const notKnown: Problem = {
  status: 503,
  title: 'Not available',
  detail: 'The database does not answer. Try again in a few seconds.',
  headers: { 'Retry-After': '5' },
};

/** What nobody foresaw. */
export const failed: Problem = { status: 500, title: 'Something went wrong here. It is in the log.' };
