import { publicUrl } from '@/lib/public-url';
import { fixedDocument } from '../fixed-document';

/** What crawlers may read (RFC 9309): the pages, which hold all that the API says. */
export const robots = () =>
  fixedDocument(
    'text/plain; charset=utf-8',
    `User-agent: *
Disallow: /admin
Disallow: /api/

Sitemap: ${publicUrl('/sitemap.xml')}
`,
  );
