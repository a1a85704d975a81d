import pg from 'pg';

/** When the newest incident of a full history began. */
export const newest = new Date('2026-11-01T00:00:00.000Z');
export const usualService = 'svcusual';
export const rareService = 'svcrare';

/** Ten years of 20,000 incidents with three updates each, and 2,000 maintenances with two. */
export async function fillHistory(): Promise<void> {
  // Not the product's own connection: its statements may not take as long as this may on a busy machine.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const services = [usualService, rareService].map((id) => `('${id}', '${id}', '${id}', 1)`);
const latest = `timestamptz '${newest.toISOString()}'`;
const statements = [
  `insert into service (id, name, slug, position) values ${services.join(', ')}`,
  `
    insert into incident (id, title, status, impact, started_at, resolved_at)
    select 'inc' || n, 'Requests fail in region ' || n % 40, 'resolved',
      (array['none', 'minor', 'major', 'critical'])[1 + n % 4]::impact,
      ${latest} - n * interval '4.4 hours', ${latest} - n * interval '4.4 hours' + interval '1 hour'
    from generate_series(0, 19999) n`,
  `
    insert into incident_update (id, incident_id, status, body, created_at, updated_at)
    select 'upd' || n, 'inc' || n / 3, 'resolved',
      'We are looking into update ' || n || case when n % 200 = 0 then ', a hundredth of them' else '' end
        || case when n = 30000 then ', with a zebra' else '' end
        || repeat('. Some customers saw errors, and we are rolling the change back in all regions', 4),
      ${latest} - n / 3 * interval '4.4 hours' + n % 3 * interval '10 minutes', now()
    from generate_series(0, 59999) n`,
  `
    insert into incident_service (incident_id, service_id, status)
    select 'inc' || n, '${usualService}', 'operational'::service_status from generate_series(0, 19999) n
    union all
    select 'inc' || n * 400, '${rareService}', 'operational'::service_status from generate_series(0, 49) n`,
  `
    insert into maintenance (id, title, status, scheduled_start_at, scheduled_end_at, started_at, completed_at)
    select 'mnt' || n, 'Upgrade ' || n, 'completed', at, at + interval '2 hours', at, at + interval '2 hours'
    from generate_series(0, 1999) n, lateral (select ${latest} - n * interval '44 hours' as at) times`,
  `
    insert into maintenance_update (id, maintenance_id, status, body, created_at, updated_at)
    select 'mup' || n, 'mnt' || n / 2, 'completed', 'We upgrade part ' || n, ${latest}, now()
    from generate_series(0, 3999) n`,
  'vacuum analyze',
];
