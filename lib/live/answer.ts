import { type Problem, problemParts } from '@/lib/contracts/problem';

/** A whole answer that is no stream, before any transport has put it into its own form. */
export type Answer = { status: number; headers: Record<string, string>; body: string | null };

/** An error in words. */
export function problemAnswer(problem: Problem): Answer {
  return problemParts(problem);
}

/** The answer in the form that Next's handlers and its middleware give. */
export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}
