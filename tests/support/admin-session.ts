import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** Gives an app's first admin a session and answers the cookie to send. `end` ends it as a sign-out would. */
export async function openAdminSession(
  databaseUrl: string,
): Promise<{ cookie: string; end(): Promise<void> }> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const ask = async (statement: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(statement, values).finally(() => client.end());
  };
  await ask(
    `insert into session (token_hash, user_id, created_at, last_seen_at, expires_at)
     select $1, id, now(), now(), now() + interval '1 day' from "user" limit 1`,
    [tokenHash],
  );
  return {
    cookie: `signalbox_session=${token}`,
    end: () => ask('delete from session where token_hash = $1', [tokenHash]),
  };
}
