import { type StatuspageSite, toStatuspageSite } from '@/lib/contracts/statuspage-site';
import { publicUrl } from '@/lib/public-url';
import { getPage } from '@/lib/queries/get-page';
import { getServiceList } from '@/lib/queries/get-service-list';
import { notFound } from './rejection';

/** What every answer of this API is made from. */
export type Site = StatuspageSite;

/** The installation as it is now; not found when the address names another page. */
export async function getSite(pageId?: string): Promise<Site> {
  const [page, list] = await Promise.all([getPage(), getServiceList()]);
  if (pageId !== undefined && pageId !== page.id) throw notFound('page');
  return toStatuspageSite({ page, origin: publicUrl(''), ...list });
}

/** The installation after a change; what was known before, should it fail: the change is made and must be answered. */
export function siteAfter(before: Site): Promise<Site> {
  return getSite().catch(() => before);
}
