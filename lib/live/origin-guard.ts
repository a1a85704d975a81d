/** Who may listen to the stream. Pure, and free of Node and Next, so that every way in asks the same function. */

/** What a request says of itself. A header that is absent is null; several values, joined or not, are refused. */
export type Caller = {
  method: string;
  origin: string | null;
  secFetchSite: string | null;
  referer: string | null;
  host: string | null;
};

export type GuardSettings = {
  /** Serialised origins: `https://status.example.com`. */
  allowedOrigins: readonly string[];
  /** False adds every port of this machine's own names, and lets callers in that say nothing of themselves. */
  isProduction: boolean;
};

/** `headers` belong on every answer to this caller, whatever it turns out to be. */
export type Decision =
  | { kind: 'pass'; headers: Record<string, string> }
  | { kind: 'preflight'; headers: Record<string, string> }
  | { kind: 'refused'; status: 403 | 405; detail: string; headers: Record<string, string> };

const readMethods = 'GET, HEAD';
const preflightHeaders = {
  'Access-Control-Allow-Methods': readMethods,
  'Access-Control-Allow-Headers': 'Last-Event-ID, Cache-Control',
  'Access-Control-Max-Age': '7200',
};
const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Decides whether `caller` may listen. Never throws. */
export function judgeCaller(caller: Caller, settings: GuardSettings): Decision {
  const { method, origin, host } = caller;
  const isKnownOrigin = origin !== null && isAllowedOrigin(origin, settings);
  const headers: Record<string, string> = { Vary: 'Origin, Sec-Fetch-Site' };
  if (isKnownOrigin) headers['Access-Control-Allow-Origin'] = origin;

  const refused = (status: 403 | 405, detail: string): Decision => ({
    kind: 'refused',
    status,
    detail,
    headers,
  });
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) {
    headers.Allow = `${readMethods}, OPTIONS`;
    return refused(405, 'The stream is read with GET.');
  }
  // A name that was made to point here after its page had loaded (DNS rebinding) still shows as the Host.
  if (!isAllowedHost(host, settings)) return refused(403, 'The stream is not served under this Host.');
  if (method === 'OPTIONS') {
    if (!isKnownOrigin) return refused(403, 'This origin may not listen.');
    return { kind: 'preflight', headers: { ...headers, ...preflightHeaders } };
  }
  if (isKnownOrigin || (origin === null && mayListenWithoutOrigin(caller, settings))) {
    return { kind: 'pass', headers };
  }
  return refused(
    403,
    origin === null ? 'Say who listens: send an allowed Origin.' : 'This origin may not listen.',
  );
}

/** Browsers send no Origin on a same-origin GET, so other headers have to speak for it. */
function mayListenWithoutOrigin({ secFetchSite, referer }: Caller, settings: GuardSettings): boolean {
  // `none` is a person typing the address: no site speaks, just as if the header were absent.
  if (secFetchSite !== null && secFetchSite !== 'none') return secFetchSite === 'same-origin';
  if (referer !== null) return isAllowedReferer(referer, settings);
  return !settings.isProduction;
}

function isAllowedReferer(referer: string, settings: GuardSettings): boolean {
  if (/\s/.test(referer)) return false;
  const url = parse(referer);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return false;
  return isAllowedOrigin(url.origin, settings);
}

/** Whether `origin` is, to the letter, the serialised origin of a page that may listen. */
export function isAllowedOrigin(origin: string, { allowedOrigins, isProduction }: GuardSettings): boolean {
  // They are serialised, so whatever equals one is.
  if (allowedOrigins.includes(origin)) return true;
  const url = isProduction ? null : parse(origin);
  return url?.origin === origin && /^https?:$/.test(url.protocol) && localNames.has(url.hostname);
}

/** Whether `host` names an allowed origin's host and port: upper case and a spelled-out default port are the same host. */
export function isAllowedHost(host: string | null, { allowedOrigins, isProduction }: GuardSettings): boolean {
  // As nearly everyone writes it: an origin is a scheme and a host as the settings write it.
  if (host && allowedOrigins.some((allowed) => allowed === `https://${host}` || allowed === `http://${host}`))
    return true;
  // Only what a Host may hold: no userinfo, path, space or raw IDN ever reaches the parser.
  const parts = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/.exec(host?.toLowerCase() ?? '');
  if (!parts) return false;
  const [given, hostname = ''] = parts;
  if (!isProduction && localNames.has(hostname) && parse(`http://${given}`)) return true;
  return allowedOrigins.some((allowed) => {
    const origin = parse(allowed);
    const asked = origin && parse(`${origin.protocol}//${given}`);
    // The parser turns 2130706433 into 127.0.0.1; a host must be written as the setting writes it.
    return asked?.host === origin?.host && asked?.hostname === hostname;
  });
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
