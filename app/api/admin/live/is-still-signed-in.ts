import { isUnavailable } from '@/app/admin/is-unavailable';
import { findSessionUser } from '@/lib/auth/session';

/**
 * Whether the session behind `token` goes on. While the database can't be asked it does: nobody can sign out
 * then either, and an outage is when an admin looks.
 */
export async function isStillSignedIn(token: string): Promise<boolean> {
  try {
    return (await findSessionUser(token)) !== null;
  } catch (error) {
    if (isUnavailable(error)) return true;
    throw error;
  }
}
