import { documentRoute } from '@/app/api/publication-route';
import { robots } from '@/lib/publications/discovery/robots';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute(robots);
