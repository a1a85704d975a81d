import type { PublicPage } from '@/lib/contracts/branding';
import { isUnavailable } from '@/lib/database/unavailable';
import { getStatusSnapshot } from './get-status-snapshot';

/** The page's name, announcement and look; null while nothing is known of it, so that a page can still say so. */
export async function getPublicPage(): Promise<PublicPage | null> {
  try {
    const { state, page } = await getStatusSnapshot();
    return state.page ?? { id: page.id, name: page.name, announcement: null, branding: null };
  } catch (error) {
    if (isUnavailable(error)) return null;
    throw error;
  }
}
