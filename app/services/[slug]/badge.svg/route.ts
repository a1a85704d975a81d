import { publicationRoute } from '@/app/api/publication-route';
import { serviceBadge } from '@/lib/publications/badges/badges';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute<{ slug: string }>(
  ({ url }, { slug }) => serviceBadge(slug, new URL(url).searchParams),
);
