import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { singleton } from './singleton';

const answer = singleton('answer', () => new AsyncLocalStorage<ServerResponse>());

/** Runs what answers a request, so that a page can say on the way that there is nothing at its address. */
export function whileAnswering(response: ServerResponse, run: () => unknown): void {
  answer.run(response, run);
}

/**
 * Makes the answer a 404, and leaves its words to the page: Next's own `notFound()` leaves them to JavaScript.
 * False where it is too late, or where another server than ours answers.
 */
export function answerNotFound(): boolean {
  const response = answer.getStore();
  if (!response || response.headersSent) return false;
  response.statusCode = 404;
  return true;
}
