import { database } from '@/lib/database/client';

/** When the newest incident of a full history began. */
export const newest = new Date('2026-11-01T00:00:00.000Z');
export const usualService = 'svcusual';
export const rareService = 'svcrare';

/** Ten years of 20,000 incidents with three updates each, and 2,000 maintenances with two. */
export async function fillHistory(): Promise<void> {
  const db = database();
  await db.service.createMany({
    data: [usualService, rareService].map((id, position) => ({ id, name: id, slug: id, position })),
  });
  await db.$executeRaw`
    insert into incident (id, title, status, impact, started_at, resolved_at)
    select 'inc' || n, 'Requests fail in region ' || n % 40, 'resolved',
      (array['none', 'minor', 'major', 'critical'])[1 + n % 4]::impact,
      ${newest}::timestamptz - n * interval '4.4 hours', ${newest}::timestamptz - n * interval '4.4 hours' + interval '1 hour'
    from generate_series(0, 19999) n`;
  await db.$executeRaw`
    insert into incident_update (id, incident_id, status, body, created_at, updated_at)
    select 'upd' || n, 'inc' || n / 3, 'resolved',
      'We are looking into update ' || n || case when n % 200 = 0 then ', a hundredth of them' else '' end
        || case when n = 30000 then ', with a zebra' else '' end
        || repeat('. Some customers saw errors, and we are rolling the change back in all regions', 4),
      ${newest}::timestamptz - n / 3 * interval '4.4 hours' + n % 3 * interval '10 minutes', now()
    from generate_series(0, 59999) n`;
  await db.$executeRaw`
    insert into incident_service (incident_id, service_id, status)
    select 'inc' || n, ${usualService}, 'operational'::service_status from generate_series(0, 19999) n
    union all
    select 'inc' || n * 400, ${rareService}, 'operational'::service_status from generate_series(0, 49) n`;
  await db.$executeRaw`
    insert into maintenance (id, title, status, scheduled_start_at, scheduled_end_at, started_at, completed_at)
    select 'mnt' || n, 'Upgrade ' || n, 'completed', at, at + interval '2 hours', at, at + interval '2 hours'
    from generate_series(0, 1999) n, lateral (select ${newest}::timestamptz - n * interval '44 hours' as at) times`;
  await db.$executeRaw`
    insert into maintenance_update (id, maintenance_id, status, body, created_at, updated_at)
    select 'mup' || n, 'mnt' || n / 2, 'completed', 'We upgrade part ' || n, ${newest}::timestamptz, now()
    from generate_series(0, 3999) n`;
  await db.$executeRawUnsafe('vacuum analyze');
}
