import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app';
import { createTestDatabase } from '../../support/postgres';
import type { TestRedis } from '../../support/redis';
import { openStream, stateAt } from '../../support/stream-client';
import { apiToken, publisherAt, revisionOf } from '../live/publisher';
import { readinessOf, until } from '../live/two-processes';
import { forms, type Login, type SecuredPlace, ways } from './secured-places';

const cases = ways.flatMap((way) =>
  (['standalone', 'sentinel', 'cluster'] as const).map((form) => ({ ...way, form })),
);

describe.each(cases)('Redis with $way, $form', ({ form, login, secure }) => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let place: SecuredPlace;
  let app: TestApp;
  const env: Record<string, string> = { ADMIN_API_TOKEN: apiToken, DEMO: 'false' };

  beforeAll(async () => {
    database = await createTestDatabase();
    place = await forms[form](await secure());
    env.DATABASE_URL = database.url;
    trust(true);
    env.REDIS_URL = place.url(login);
    app = await startApp({ env });
  });
  afterAll(async () => {
    await app?.stop();
    await Promise.all([place?.stop(), database?.drop()]);
  });

  function trust(isTrusted: boolean): void {
    env.NODE_EXTRA_CA_CERTS = (isTrusted && place.security.certificate) || '';
  }

  async function restartAs(other: Partial<Login>): Promise<void> {
    env.REDIS_URL = place.url({ ...login, ...other });
    await app.restart();
  }

  /** Asks one server as its operator. */
  async function at<T>({ port }: TestRedis, ask: (connection: Redis) => Promise<T>): Promise<T> {
    const connection = new Redis(port, '127.0.0.1', place.security.operator);
    connection.on('error', () => {});
    return ask(connection).finally(() => connection.disconnect());
  }

  const redisIs = (redis: string) =>
    until(async () => expect((await readinessOf(app)).checks).toMatchObject({ redis }));

  /** What any of its servers is told reaches the reader. */
  async function redisCarries(): Promise<void> {
    const reader = await openStream(`${app.url}/api/status/stream`);
    await reader.next(({ name }) => name === 'message');
    for (const server of await place.servers()) {
      const id = `outside-${server.port}`;
      const word = { statusLabel: 'operational', services: [], incidents: [{ id }] };
      await at(server, (connection) => connection.publish('status:updates', JSON.stringify(word)));
      await reader.next(({ json }) => json.incidents?.[0]?.id === id);
    }
    reader.close();
  }

  /** What the log says of Redis, told by each connection once. */
  function said(): string[] {
    const lines = app.output.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line)).flatMap(({ purpose, msg }) => (purpose ? [msg] : []));
  }

  it('is listened to, and keeps the page', async () => {
    await redisIs('up');
    await redisCarries();
    const keys = await Promise.all(
      (await place.servers()).map((server) => at(server, (asked) => asked.keys('signalbox:snapshot:*'))),
    );
    expect(keys.flat().length).toBeGreaterThan(0);
    expect(said()).toEqual([]);
  });

  it('is found again after it was gone', async () => {
    await place.lose();
    await until(() => expect(said()).toContain('Redis does not answer'));
    await redisIs('down');
    await place.bringBack();
    await redisIs('up');
    await redisCarries();
    await until(() => expect(said()).toContain('Redis is back'));
  }, 60_000);

  it('refuses a wrong password, which the log and the readiness say, and takes it once it is right', async () => {
    await restartAs({ password: 'wrong-one' });
    await redisIs('refused');
    expect(await readinessOf(app)).toMatchObject({ code: 200, status: 'degraded' });
    const { pid } = app;
    const before = await revisionOf(app);
    const reader = await openStream(`${app.url}/api/status/stream`);
    await (await publisherAt(app)).openIncident('With a wrong password');
    await reader.next(stateAt(before + 1));
    reader.close();
    expect(app.output).not.toContain('wrong-one');
    // One connection for commands, and two that listen.
    const words = 'Redis refuses the login: check the user and the password in REDIS_URL';
    await until(() => expect(said().filter((line) => line === words)).toHaveLength(3));

    for (const server of await place.servers())
      await at(server, (asked) => asked.acl('SETUSER', login.user || 'default', '>wrong-one'));
    await redisIs('up');
    await redisCarries();
    expect(app.pid).toBe(pid);
  }, 60_000);

  if (form === 'sentinel') {
    it('has sentinels that refuse a wrong password of their own', async () => {
      await restartAs({ sentinel: 'sentinel_password=wrong-one' });
      await redisIs('refused');
      expect(said()).toContain(
        'The sentinels refuse the login: check sentinel_username and sentinel_password in REDIS_URL',
      );
      expect(app.output).not.toContain('wrong-one');
    });
  }

  if (login.user) {
    it('is not taken without a certificate that is trusted', async () => {
      trust(false);
      await restartAs({});
      // Why a sentinel's connection was closed, ioredis keeps to itself.
      const [state, words] = form === 'sentinel' ? ['down', /^Redis does not/] : ['untrusted', /^The certif/];
      await redisIs(`${state}`);
      await until(() => expect(said()).toContainEqual(expect.stringMatching(words)));
    });
  }
});
