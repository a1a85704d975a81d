import { type ManageSubject, manageField } from '@/lib/contracts/manage-fields';
import { problem } from '@/lib/contracts/problem';
import { isRefusal, type RefusalKind } from '@/lib/domain/refusal';
import { log } from '@/lib/log';
import { Rejection } from './rejection';

const statusOf: Record<RefusalKind, number> = { invalid: 422, conflict: 409, not_found: 404, forbidden: 403 };
const retryAfterSeconds = '5';

/** The answer to a request that failed, in words for the script's author. */
export function explain(error: unknown, subject: ManageSubject): Response {
  if (error instanceof Rejection) return problem(error.problem);
  if (isRefusal(error)) {
    const errors = error.field && [{ field: manageField(subject, error.field), message: error.message }];
    return problem({ status: statusOf[error.kind], title: error.message, ...(errors && { errors }) });
  }
  if (error instanceof Error && error.name === 'Unavailable') {
    return problem({
      status: 503,
      title: 'The database does not answer.',
      detail: 'Try again in a few seconds.',
      headers: { 'Retry-After': retryAfterSeconds },
    });
  }
  log.error({ err: error }, 'an API request failed');
  return problem({ status: 500, title: 'Something went wrong here. It is in the log.' });
}
