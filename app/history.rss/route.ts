import { publicationRoute } from '@/app/api/publication-route';
import { feeds } from '@/lib/publications/feeds/feeds';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute(() => feeds.rss);
