import type { Problem } from '@/lib/contracts/problem';

/** A request that is answered with a problem before any operation runs. */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** There is no such thing; the same words whether it never was or is no more. */
export function notFound(what: 'page' | 'incident' | 'post-mortem' | 'component' | 'address'): Rejection {
  return new Rejection({ status: 404, title: `There is no such ${what}.` });
}

/** Whether a part of an address can be an id at all; the database is not asked for what can't be. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9]{1,40}$/.test(text);
}
