import type { OriginSettings } from '@/lib/live/guard-settings';

/** Every case of who may listen; the function, the middleware and the route handler are all held against it. */
export type GuardCase = {
  name: string;
  env: OriginSettings;
  method?: string;
  headers: Record<string, string>;
  status: 200 | 204 | 403 | 405;
  /** The Access-Control-Allow-Origin of the answer; none when absent. */
  allowOrigin?: string;
};

export const site = 'https://status.example.com';
export const production: OriginSettings = {
  PUBLIC_URL: site,
  ALLOWED_ORIGINS: ['https://www.example.com:8443'],
};
export const development: OriginSettings = { ALLOWED_ORIGINS: [] };
const international: OriginSettings = { PUBLIC_URL: 'https://xn--sttus-2qa.example', ALLOWED_ORIGINS: [] };

const host = { host: 'status.example.com' };
const local = { host: 'localhost:3000' };

/** A GET to the production site from the page's own host. */
const from = (
  name: string,
  headers: Record<string, string>,
  status: 200 | 403,
  allowOrigin?: string,
): GuardCase => ({
  name,
  env: production,
  headers: { ...host, ...headers },
  status,
  ...(allowOrigin && { allowOrigin }),
});
const refusedOrigin = (name: string, origin: string) => from(`Origin: ${name}`, { origin }, 403);
const atHost = (name: string, given: string, status: 200 | 403): GuardCase =>
  from(`Host: ${name}`, { host: given, origin: site }, status, site);
const locally = (
  name: string,
  headers: Record<string, string>,
  status: 200 | 403,
  allowOrigin?: string,
): GuardCase => ({
  name: `development: ${name}`,
  env: development,
  headers: { ...local, ...headers },
  status,
  ...(allowOrigin && { allowOrigin }),
});

const byOrigin: GuardCase[] = [
  from('Origin: the public address', { origin: site }, 200, site),
  from(
    'Origin: one that is listed',
    { origin: 'https://www.example.com:8443' },
    200,
    'https://www.example.com:8443',
  ),
  from(
    'Origin: allowed, whatever Sec-Fetch-Site says',
    { origin: site, 'sec-fetch-site': 'cross-site' },
    200,
    site,
  ),
  refusedOrigin('the address as a prefix of another', 'https://status.example.com.attacker.com'),
  refusedOrigin('the address as a suffix of another', 'https://evilstatus.example.com'),
  refusedOrigin('a host below it', 'https://a.status.example.com'),
  refusedOrigin('the host above it', 'https://example.com'),
  refusedOrigin('another port', 'https://status.example.com:8443'),
  refusedOrigin('the default port spelled out', 'https://status.example.com:443'),
  refusedOrigin('a listed host without its port', 'https://www.example.com'),
  refusedOrigin('plain http', 'http://status.example.com'),
  refusedOrigin('another scheme', 'ftp://status.example.com'),
  refusedOrigin('userinfo before it', 'https://user@status.example.com'),
  refusedOrigin('the address as userinfo', 'https://status.example.com@attacker.com'),
  refusedOrigin('the address as user and password', 'https://status.example.com:443@attacker.com'),
  refusedOrigin('upper case host', 'https://STATUS.example.com'),
  refusedOrigin('upper case scheme', 'HTTPS://status.example.com'),
  refusedOrigin('a dot at the end', 'https://status.example.com.'),
  refusedOrigin('a slash at the end', 'https://status.example.com/'),
  refusedOrigin('a path', 'https://status.example.com/page'),
  refusedOrigin('a query', 'https://status.example.com?x'),
  refusedOrigin('a fragment', 'https://attacker.com#https://status.example.com'),
  refusedOrigin('backslashes', 'https:\\\\status.example.com'),
  refusedOrigin('one slash', 'https:/status.example.com'),
  refusedOrigin('no scheme', 'status.example.com'),
  refusedOrigin('no scheme but slashes', '//status.example.com'),
  refusedOrigin('null', 'null'),
  refusedOrigin('empty', ''),
  refusedOrigin('two values, joined', `${site}, ${site}`),
  refusedOrigin('two values, joined without a space', `${site},https://attacker.com`),
  refusedOrigin('two values, by space', `${site} https://attacker.com`),
  refusedOrigin('a star', '*'),
  refusedOrigin('a pattern', 'https://*.example.com'),
  refusedOrigin('garbage', '%%%'),
  refusedOrigin('a blob of the site', 'blob:https://status.example.com/1'),
  refusedOrigin('percent-encoded dots', 'https://status%2eexample.com'),
  refusedOrigin('full-width letters that fold to the same host', 'https://ｓtatus.example.com'),
  refusedOrigin('a soft hyphen that folds away', 'https://sta\u00adtus.example.com'),
  refusedOrigin('a look-alike letter', 'https://st\u0430tus.example.com'),
  refusedOrigin('this machine', 'http://localhost:3000'),
  {
    name: 'Origin: an international name as browsers send it',
    env: international,
    headers: { host: 'xn--sttus-2qa.example', origin: 'https://xn--sttus-2qa.example' },
    status: 200,
    allowOrigin: 'https://xn--sttus-2qa.example',
  },
  {
    name: 'Origin: an international name in letters',
    env: international,
    headers: { host: 'xn--sttus-2qa.example', origin: 'https://státus.example' },
    status: 403,
  },
];

const withoutOrigin: GuardCase[] = [
  from('no Origin: same-origin', { 'sec-fetch-site': 'same-origin' }, 200),
  from('no Origin: same-site', { 'sec-fetch-site': 'same-site' }, 403),
  from('no Origin: cross-site', { 'sec-fetch-site': 'cross-site' }, 403),
  from(
    'no Origin: same-site, with an allowed Referer',
    { 'sec-fetch-site': 'same-site', referer: `${site}/` },
    403,
  ),
  from('no Origin: Sec-Fetch-Site in upper case', { 'sec-fetch-site': 'Same-Origin' }, 403),
  from('no Origin: Sec-Fetch-Site twice', { 'sec-fetch-site': 'same-origin, same-origin' }, 403),
  from('no Origin: Sec-Fetch-Site garbage', { 'sec-fetch-site': 'x' }, 403),
  from('no Origin: Sec-Fetch-Site empty', { 'sec-fetch-site': '' }, 403),
  from('no Origin: a typed address', { 'sec-fetch-site': 'none' }, 403),
  from('no Origin: none, with an allowed Referer', { 'sec-fetch-site': 'none', referer: `${site}/` }, 200),
  from('no Origin: allowed Referer', { referer: `${site}/incidents/1?a=b,c` }, 200),
  from('no Origin: Referer that is an origin alone', { referer: site }, 200),
  from('no Origin: Referer of another site', { referer: 'https://attacker.com/' }, 403),
  from(
    'no Origin: Referer that names the site in its path',
    { referer: `https://attacker.com/${site}` },
    403,
  ),
  from('no Origin: Referer that has the site as a prefix', { referer: `${site}.attacker.com/` }, 403),
  from('no Origin: Referer that has the site as userinfo', { referer: `${site}@attacker.com/` }, 403),
  from('no Origin: Referer with userinfo', { referer: 'https://user@status.example.com/' }, 403),
  from('no Origin: Referer over plain http', { referer: 'http://status.example.com/' }, 403),
  from('no Origin: Referer with another port', { referer: 'https://status.example.com:8443/' }, 403),
  from('no Origin: two Referers', { referer: `${site}/, https://attacker.com/` }, 403),
  from('no Origin: a blob as Referer', { referer: `blob:${site}/1` }, 403),
  from('no Origin: empty Referer', { referer: '' }, 403),
  from('no Origin: garbage as Referer', { referer: 'about:client' }, 403),
  from('no Origin: nothing at all (curl)', {}, 403),
];

const byHost: GuardCase[] = [
  atHost('a listed one', 'www.example.com:8443', 200),
  atHost('upper case', 'STATUS.Example.com', 200),
  atHost('the default port spelled out', 'status.example.com:443', 200),
  atHost('the default port of another scheme', 'status.example.com:80', 403),
  atHost('another port', 'status.example.com:3000', 403),
  atHost('a listed one without its port', 'www.example.com', 403),
  atHost('a name made to point here (DNS rebinding)', 'attacker.com', 403),
  atHost('an address', '127.0.0.1:3000', 403),
  atHost('this machine', 'localhost:3000', 403),
  atHost('the name as a prefix', 'status.example.com.attacker.com', 403),
  atHost('a host below', 'a.status.example.com', 403),
  atHost('a dot at the end', 'status.example.com.', 403),
  atHost('userinfo', 'user@status.example.com', 403),
  atHost('the name as userinfo', 'status.example.com@attacker.com', 403),
  atHost('a path', 'status.example.com/x', 403),
  atHost('a query', 'status.example.com?x', 403),
  atHost('a fragment', 'attacker.com#.status.example.com', 403),
  atHost('a space', 'status.example.com attacker.com', 403),
  atHost('two values', 'status.example.com, status.example.com', 403),
  atHost('a port of no digits', 'status.example.com:', 403),
  atHost('a port too high', 'status.example.com:99999', 403),
  atHost('a scheme', 'https://status.example.com', 403),
  atHost('percent-encoded', 'status%2eexample.com', 403),
  atHost('brackets without an address', '[status.example.com]', 403),
  from('Host: rebinding, called same-origin', { host: 'attacker.com', 'sec-fetch-site': 'same-origin' }, 403),
];

const byMethod: GuardCase[] = [
  {
    name: 'HEAD',
    env: production,
    method: 'HEAD',
    headers: { ...host, origin: site },
    status: 200,
    allowOrigin: site,
  },
  { name: 'HEAD from nobody', env: production, method: 'HEAD', headers: host, status: 403 },
  {
    name: 'preflight',
    env: production,
    method: 'OPTIONS',
    headers: { ...host, origin: site },
    status: 204,
    allowOrigin: site,
  },
  {
    name: 'preflight of another',
    env: production,
    method: 'OPTIONS',
    headers: { ...host, origin: 'https://attacker.com' },
    status: 403,
  },
  {
    name: 'preflight without Origin',
    env: production,
    method: 'OPTIONS',
    headers: { ...host, 'sec-fetch-site': 'same-origin' },
    status: 403,
  },
  {
    name: 'preflight at another host',
    env: production,
    method: 'OPTIONS',
    headers: { host: 'attacker.com', origin: site },
    status: 403,
    allowOrigin: site,
  },
  {
    name: 'POST',
    env: production,
    method: 'POST',
    headers: { ...host, origin: site },
    status: 405,
    allowOrigin: site,
  },
  { name: 'PUT', env: production, method: 'PUT', headers: host, status: 405 },
  { name: 'PATCH', env: production, method: 'PATCH', headers: host, status: 405 },
  {
    name: 'DELETE of another',
    env: production,
    method: 'DELETE',
    headers: { ...host, origin: 'https://attacker.com' },
    status: 405,
  },
  {
    name: 'development: preflight',
    env: development,
    method: 'OPTIONS',
    headers: { ...local, origin: 'http://localhost:5173' },
    status: 204,
    allowOrigin: 'http://localhost:5173',
  },
  {
    name: 'development: preflight without Origin',
    env: development,
    method: 'OPTIONS',
    headers: local,
    status: 403,
  },
];

const inDevelopment: GuardCase[] = [
  locally('plain curl', {}, 200),
  locally('curl at an address', { host: '127.0.0.1:8080' }, 200),
  locally('curl over IPv6', { host: '[::1]:3000' }, 200),
  locally('curl at the default port', { host: 'localhost' }, 200),
  locally('a typed address', { 'sec-fetch-site': 'none' }, 200),
  locally('same-origin', { 'sec-fetch-site': 'same-origin' }, 200),
  locally('cross-site', { 'sec-fetch-site': 'cross-site' }, 403),
  locally('own Referer', { referer: 'http://localhost:3000/' }, 200),
  locally('Referer of another site', { referer: 'https://attacker.com/' }, 403),
  locally('another port of this machine', { origin: 'http://localhost:5173' }, 200, 'http://localhost:5173'),
  locally('https', { origin: 'https://127.0.0.1:8443' }, 200, 'https://127.0.0.1:8443'),
  locally('IPv6', { origin: 'http://[::1]:3000' }, 200, 'http://[::1]:3000'),
  locally('another site', { origin: 'https://attacker.com' }, 403),
  locally('null', { origin: 'null' }, 403),
  locally('localhost as a prefix', { origin: 'http://localhost.attacker.com' }, 403),
  locally('a host below localhost', { origin: 'http://a.localhost:3000' }, 403),
  locally('localhost with a dot', { origin: 'http://localhost.:3000' }, 403),
  locally('another loopback address', { origin: 'http://127.0.0.2:3000' }, 403),
  locally('an address written as a number', { origin: 'http://2130706433:3000' }, 403),
  locally('a short address', { origin: 'http://127.1:3000' }, 403),
  locally('localhost by another scheme', { origin: 'ftp://localhost' }, 403),
  locally('rebinding', { host: 'attacker.com:3000' }, 403),
  locally('rebinding to a number', { host: '2130706433:3000' }, 403),
  locally('Host localhost with a dot', { host: 'localhost.:3000' }, 403),
  locally('Host of the local network', { host: '192.168.1.5:3000' }, 403),
  locally('Host 0.0.0.0', { host: '0.0.0.0:3000' }, 403),
  {
    name: 'development: a listed origin',
    env: { ALLOWED_ORIGINS: ['https://www.example.com'] },
    headers: { ...local, origin: 'https://www.example.com' },
    status: 200,
    allowOrigin: 'https://www.example.com',
  },
];

export const guardTable: GuardCase[] = [
  ...byOrigin,
  ...withoutOrigin,
  ...byHost,
  ...byMethod,
  ...inDevelopment,
];
