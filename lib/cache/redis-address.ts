export type RedisNode = { host: string; port: number };

/** Where Redis is, as REDIS_URL says it. `login` and `database` are those of the servers that hold the keys. */
export type RedisAddress =
  | { form: 'standalone'; url: string }
  | {
      form: 'sentinel';
      sentinels: RedisNode[];
      /** The name under which the sentinels watch the primary. */
      name: string;
      database: number;
      login: Login;
      sentinelLogin: Login;
      isEncrypted: boolean;
    }
  | { form: 'cluster'; nodes: RedisNode[]; login: Login; isEncrypted: boolean };

type Login = { username?: string; password?: string };

const several =
  /^redis(s?)\+(sentinel|cluster):\/\/(?:([^@/?#]*)@)?([^@/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/i;

/**
 * Reads `redis://`, `rediss://`, `redis+sentinel://[user:password@]host[:26379],…/name[/database]` and
 * `redis+cluster://[user:password@]host[:6379],…`, or null for anything else. `rediss+` encrypts; a sentinel's own
 * login is `?sentinel_username=&sentinel_password=`, as other products have it.
 */
export function parseRedisUrl(text: string): RedisAddress | null {
  if (/^rediss?:/i.test(text)) return URL.canParse(text) ? { form: 'standalone', url: text } : null;
  const match = several.exec(text);
  if (!match) return null;
  try {
    const [, s, form = '', credentials, hosts = '', path = '', query = ''] = match;
    const isEncrypted = s !== '';
    const login = loginOf(...splitOnce(credentials ?? ''));
    return form.toLowerCase() === 'sentinel'
      ? { form: 'sentinel', ...sentinelPath(path), ...nodesAndLogin(hosts, query), login, isEncrypted }
      : { form: 'cluster', nodes: clusterNodes(hosts, path, query), login, isEncrypted };
  } catch {
    // Not decodable, or a part that is not what it should be.
    return null;
  }
}

function sentinelPath(path: string) {
  const [name = '', database = '0', ...rest] = path.split('/').map(decodeURIComponent);
  if (!name || rest.length > 0 || !/^\d{1,5}$/.test(database)) throw new TypeError('no name');
  return { name, database: Number(database) };
}

function nodesAndLogin(hosts: string, query: string) {
  const asked = new URLSearchParams(query);
  for (const key of asked.keys()) if (!/^sentinel_(username|password)$/.test(key)) throw new TypeError(key);
  const sentinelLogin = loginOf(asked.get('sentinel_username') ?? '', asked.get('sentinel_password') ?? '');
  return { sentinels: nodesOf(hosts, 26379), sentinelLogin };
}

/** A cluster has the one database 0. */
function clusterNodes(hosts: string, path: string, query: string): RedisNode[] {
  if (!/^0?$/.test(path) || query) throw new TypeError('a cluster has no such part');
  return nodesOf(hosts, 6379);
}

function nodesOf(hosts: string, usualPort: number): RedisNode[] {
  return hosts.split(',').map((part) => {
    const { hostname, port } = new URL(`redis://${part}`);
    if (!hostname) throw new TypeError('no host');
    return { host: hostname.replace(/^\[|\]$/g, ''), port: port ? Number(port) : usualPort };
  });
}

function splitOnce(credentials: string): [string, string] {
  const [username = '', ...password] = credentials.split(':');
  return [decodeURIComponent(username), decodeURIComponent(password.join(':'))];
}

function loginOf(username: string, password: string): Login {
  return { ...(username && { username }), ...(password && { password }) };
}
