import { publicationRoute } from '@/app/api/publication-route';
import { maintenanceCalendar } from '@/lib/publications/calendar/calendar';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = publicationRoute(() => maintenanceCalendar);
