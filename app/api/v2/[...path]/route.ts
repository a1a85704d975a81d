import { publicationRoute } from '@/app/api/publication-route';
import { statuspagePublication } from '@/lib/publications/statuspage';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** Statuspage's public API, read-only and for everyone. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute<{ path: string[] }>(
  (_, { path }) => statuspagePublication(path.join('/')),
);
