import type { StatusRecord } from '@/lib/queries/get-status-record';
import { escaped } from '../markup';
import { cacheControls, type Publication } from '../publication';

type Page = { path: string; changedAt: Date | null };

/** The pages worth finding, as sitemaps.org has it. Older incidents are found through the history. */
export const sitemap: Publication = {
  key: '/sitemap.xml',
  type: 'application/xml; charset=utf-8',
  cacheControl: cacheControls.history,
  write(record) {
    const urls = pagesOf(record).map(({ path, changedAt }) => {
      const changed = changedAt && `<lastmod>${changedAt.toISOString()}</lastmod>`;
      return `  <url><loc>${escaped(record.site.origin + path)}</loc>${changed ?? ''}</url>\n`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('')}</urlset>
`;
  },
};

function pagesOf({ site, incidents, maintenances }: StatusRecord): Page[] {
  const shown = site.services.filter((service) => !service.archivedAt);
  return [
    { path: '/', changedAt: site.page.updatedAt },
    { path: '/history', changedAt: site.page.updatedAt },
    ...shown.map(({ slug, updatedAt }) => ({ path: `/services/${slug}`, changedAt: updatedAt })),
    ...incidents.map(({ id, updatedAt }) => ({ path: `/incidents/${id}`, changedAt: updatedAt })),
    ...maintenances.map(({ id, updatedAt }) => ({ path: `/maintenance/${id}`, changedAt: updatedAt })),
    { path: '/docs/api', changedAt: null },
  ];
}
