import { publicationRoute } from '@/app/api/publication-route';
import { sitemap } from '@/lib/publications/discovery/sitemap';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute(() => sitemap);
