/** What can be wrong: the part it belongs to, how grave it is unless the check says otherwise, and why it matters. */
type Fault = { check: Check; severity: 'warn' | 'error'; why: string };

export const checks = [
  'reachable',
  'certificate',
  'http-version',
  'redirects',
  'opening',
  'headers',
  'first-byte',
  'buffering',
  'heartbeats',
  'compression',
  'sharing',
  'guard',
  'preflight',
  'error-cors',
  'head',
  'resume',
  'keep-alive',
  'polling',
] as const;
export type Check = (typeof checks)[number];

const error = (check: Check, why: string): Fault => ({ check, severity: 'error', why });
const warn = (check: Check, why: string): Fault => ({ check, severity: 'warn', why });

export const faults = {
  unreachable: error('reachable', 'Nobody gets through to this address.'),
  'out-of-time': error('reachable', 'What was not examined may be wrong, and nobody knows.'),
  'tls-failed': error('certificate', 'Browsers cannot open a secure connection, so they show an error page.'),
  'certificate-expired': error('certificate', 'Browsers show a warning page instead of the status.'),
  'certificate-name': error(
    'certificate',
    'Browsers show a warning page: the certificate is for another name.',
  ),
  'certificate-untrusted': error(
    'certificate',
    'Browsers show a warning page: they know no issuer of the certificate.',
  ),
  'certificate-expires-soon': warn('certificate', 'From that day on browsers show a warning page.'),
  'http1-only': warn(
    'http-version',
    'Over HTTP/1.1 a browser opens six connections to a host, and every open tab of an older browser holds one.',
  ),
  'plain-http': warn(
    'http-version',
    'Anyone on the way can read and change the page, and browsers send no Sec-Fetch-Site without TLS.',
  ),
  redirected: warn('redirects', 'Every new connection makes a detour, and loses its Origin on the way.'),
  unanswered: error('opening', 'Browsers wait until they give up; nobody sees the page.'),
  'host-rewritten': error('opening', 'Signalbox serves no Host but its own, so every visitor is refused.'),
  'origin-stripped': error('opening', 'Signalbox cannot see whose page is listening, and refuses it.'),
  'origin-refused': error('opening', 'The page at this origin is refused, so its visitors can only poll.'),
  'refused-on-the-way': error('opening', 'Something in front of Signalbox turns visitors away.'),
  'not-found': error('opening', 'There is no stream at this address, so nobody sees a change at once.'),
  'too-many': error('opening', 'Visitors beyond the limit are sent away, and can only poll.'),
  'not-ready': error(
    'opening',
    'Signalbox is starting, stopping or without its database; visitors can only poll.',
  ),
  'bad-gateway': error('opening', 'The proxy gets no proper answer; browsers report it as a CORS error.'),
  'doubled-chunked': error('opening', 'Strict proxies answer 502 to it, and browsers may break off.'),
  'malformed-answer': error('opening', 'Strict clients and proxies break off such an answer.'),
  'wrong-status': error('opening', 'EventSource gives up for ever unless the answer is 200.'),
  'content-type': error('headers', 'EventSource gives up for ever on any other type.'),
  'content-length': error(
    'headers',
    'The stream ends after so many bytes, and visitors connect over and over.',
  ),
  'duplicate-header': error('headers', 'Browsers join the values, and no longer understand them.'),
  'cache-control': warn('headers', 'Whatever else is on the way may store, compress or delay the stream.'),
  cors: warn('headers', 'Pages on other sites that ALLOWED_ORIGINS names cannot read the stream.'),
  vary: warn('headers', 'A cache may give one site the answer made for another.'),
  'slow-first-byte': warn('first-byte', 'Visitors wait as long for the first state after each reconnect.'),
  buffered: error(
    'buffering',
    'A change reaches visitors late or not at all; their pages fall back to polling.',
  ),
  'stream-cut': error(
    'heartbeats',
    'Every visitor loses the connection over and over, and comes back all at once.',
  ),
  'heartbeat-missing': error(
    'heartbeats',
    'Pages take the silence for a dead connection and reconnect again and again.',
  ),
  recompressed: warn(
    'compression',
    'Compressors wait for more bytes, and spend memory and time for each visitor.',
  ),
  undecodable: error('compression', 'Browsers cannot read the stream.'),
  shared: error('sharing', 'Visitors get what was meant for somebody else, or what is long past.'),
  'guard-open': error('guard', 'Any site on the web can open streams through its visitors.'),
  'guard-no-origin': error('guard', 'Scripts and foreign pages that hide their origin can open streams.'),
  'same-page-refused': error('guard', 'Your own page is refused: browsers send no Origin to their own site.'),
  preflight: warn('preflight', 'Clients on other sites that send Last-Event-ID themselves cannot resume.'),
  'preflight-open': error('preflight', 'Browsers are told that any site may listen.'),
  'error-cors': warn('error-cors', 'A page on another site sees a CORS error in place of the real one.'),
  head: warn('head', 'Monitors and link checkers hang, or call the page down.'),
  'resume-header': error(
    'resume',
    'After each reconnect visitors get everything again, and miss what happened between.',
  ),
  'resume-query': warn('resume', 'A page that was just opened may miss what changed while it loaded.'),
  'keep-alive': error('keep-alive', 'Now and then a visitor gets a 502, most often when few are there.'),
  polling: error('polling', 'When the stream fails, visitors have nothing to fall back on.'),
  'polling-stale': error('polling', 'Visitors who poll see an old state.'),
  'polling-validator': warn('polling', 'Every poll sends the whole state again.'),
} satisfies Record<string, Fault>;

export type FaultId = keyof typeof faults;
export const faultIds = Object.keys(faults) as FaultId[];
