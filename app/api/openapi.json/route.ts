import { documentRoute } from '@/app/api/publication-route';
import { openApiJson } from '@/lib/publications/discovery/openapi';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute(openApiJson);
