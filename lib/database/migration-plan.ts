import type { Migration } from './migrations-folder';

/** A row of `_prisma_migrations`. */
export type RecordedMigration = {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
  logs: string | null;
};

/** The database and the files contradict each other; somebody has to look. */
export class MigrationRefusal extends Error {
  override name = 'MigrationRefusal';
}

/** The migrations still to be applied, in order. Throws a `MigrationRefusal` where going on would be a guess. */
export function planMigrations(files: Migration[], records: RecordedMigration[]): Migration[] {
  const standing = records.filter((record) => record.rolled_back_at === null);
  for (const record of standing) {
    const file = files.find(({ name }) => name === record.migration_name);
    if (record.finished_at === null) throw new MigrationRefusal(failed(record));
    if (!file) throw new MigrationRefusal(missing(record));
    if (file.checksum !== record.checksum) throw new MigrationRefusal(changed(record));
  }
  const applied = new Set(standing.map((record) => record.migration_name));
  return files.filter((file) => !applied.has(file.name));
}

function failed({ migration_name, logs }: RecordedMigration): string {
  const why = logs ? ` It said: ${logs.trim()}` : '';
  return (
    `Migration ${migration_name} was started on this database and did not finish.${why} ` +
    'Look at what it left behind, then mark it with `npx prisma migrate resolve --rolled-back` or `--applied`.'
  );
}

function missing({ migration_name }: RecordedMigration): string {
  return (
    `This database has had migration ${migration_name}, which this version of Signalbox does not know. ` +
    'It was probably used by a newer version: start that one, or restore a backup made before it.'
  );
}

function changed({ migration_name }: RecordedMigration): string {
  return (
    `Migration ${migration_name} was applied to this database with other contents than its file has now. ` +
    'Put the file back as it was, and make the change in a new migration.'
  );
}
