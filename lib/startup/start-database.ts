import { startPostgres } from '@/lib/database/embedded-postgres';
import { migrate } from '@/lib/database/migrate';
import { log } from '@/lib/log';
import { closeAtShutdown } from './shutdown';

/** Sees to it that DATABASE_URL names a database that is up to date, starting the embedded one where none is given. */
export async function startDatabase(migrations: string, onProgress: (line: string) => void): Promise<void> {
  if (!process.env.DATABASE_URL) {
    const starting = startPostgres({ dataDir: '.data/postgres', onProgress });
    // Registered before it runs, so that a Ctrl-C meanwhile stops it too.
    closeAtShutdown('The embedded PostgreSQL', async () => {
      // The connections that break now are meant to.
      log.level = 'error';
      await starting.then(
        (postgres) => postgres.stop(),
        () => {},
      );
    });
    process.env.DATABASE_URL = (await starting).url;
  }
  await migrate({ databaseUrl: process.env.DATABASE_URL, directory: migrations, onProgress });
}
