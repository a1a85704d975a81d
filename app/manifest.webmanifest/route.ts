import { publicationRoute } from '@/app/api/publication-route';
import { webManifest } from '@/lib/publications/discovery/manifest';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute(() => webManifest);
