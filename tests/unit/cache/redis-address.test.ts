import { describe, expect, it } from 'vitest';
import { parseRedisUrl } from '@/lib/cache/redis-address';

describe('an address of Redis', () => {
  it.each(['redis://localhost:6379/0', 'rediss://user:secret@redis.example.com'])(
    'of one server: %s',
    (url) => {
      expect(parseRedisUrl(url)).toEqual({ form: 'standalone', url });
    },
  );

  it('of sentinels', () => {
    expect(parseRedisUrl('redis+sentinel://one:26380,two/mymaster')).toEqual({
      form: 'sentinel',
      sentinels: [
        { host: 'one', port: 26380 },
        { host: 'two', port: 26379 },
      ],
      name: 'mymaster',
      database: 0,
      login: {},
      sentinelLogin: {},
      isEncrypted: false,
    });
  });

  it('of sentinels with passwords of two kinds, TLS, a database and an IPv6 address', () => {
    const url =
      'rediss+sentinel://user:p%40ss:word@[::1]:26379,10.0.0.2/page/3?sentinel_username=watch&sentinel_password=a%2Fb';
    expect(parseRedisUrl(url)).toMatchObject({
      sentinels: [
        { host: '::1', port: 26379 },
        { host: '10.0.0.2', port: 26379 },
      ],
      name: 'page',
      database: 3,
      login: { username: 'user', password: 'p@ss:word' },
      sentinelLogin: { username: 'watch', password: 'a/b' },
      isEncrypted: true,
    });
  });

  it.each([
    ['redis+cluster://:secret@one:7001,two', { password: 'secret' }, false],
    ['rediss+cluster://one:7001,two/0', {}, true],
    ['REDIS+CLUSTER://one:7001,two/', {}, false],
  ])('of a cluster: %s', (url, login, isEncrypted) => {
    const nodes = [
      { host: 'one', port: 7001 },
      { host: 'two', port: 6379 },
    ];
    expect(parseRedisUrl(url)).toEqual({ form: 'cluster', nodes, login, isEncrypted });
  });

  it.each([
    'localhost:6379',
    'http://localhost',
    'redis+sentinel://one:26379',
    'redis+sentinel://one:26379/',
    'redis+sentinel:///mymaster',
    'redis+sentinel://one,/mymaster',
    'redis+sentinel://one:x/mymaster',
    'redis+sentinel://one:66000/mymaster',
    'redis+sentinel://one/mymaster/x',
    'redis+sentinel://one/mymaster/0/1',
    'redis+sentinel://one/mymaster?password=x',
    'redis+sentinel://a@b@one/mymaster',
    'redis+sentinel://%zz@one/mymaster',
    'redis+cluster://one/1',
    'redis+cluster://one?x=1',
    'redis+cluster://',
    'redis-cluster://one',
  ])('is not %s', (url) => {
    expect(parseRedisUrl(url)).toBeNull();
  });
});
