import { publicationRoute } from '@/app/api/publication-route';
import { pageBadge } from '@/lib/publications/badges/badges';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute(({ url }) =>
  pageBadge(new URL(url).searchParams),
);
