import { publicationRoute } from '@/app/api/publication-route';
import { calendarOfMaintenance } from '@/lib/publications/calendar/calendar';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute<{ id: string }>(
  (_, { id }) => calendarOfMaintenance(id),
);
