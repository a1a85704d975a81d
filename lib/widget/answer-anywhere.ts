import type { Problem } from '@/lib/contracts/problem';
import { answerPublic, type PublicDocument, type Question } from '@/lib/contracts/public-answer';

/** Answers, whatever the method, with a document that pages of every origin may load. `more` are its own headers. */
export async function answerAnywhere(
  question: Question,
  find: () => Promise<PublicDocument | Problem>,
  more: Record<string, string> = {},
) {
  const answer = await answerPublic(question, find);
  // Without it a page that isolates itself (COEP) could not use it.
  const headers = { ...answer.headers, 'Cross-Origin-Resource-Policy': 'cross-origin', ...more };
  return { ...answer, headers };
}
