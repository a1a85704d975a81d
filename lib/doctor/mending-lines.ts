import type { FaultId } from './faults';
import type { Program } from './programs';

/**
 * For programs we know, lines to put in, which stand so in the program's file in deploy/, or `remove …`, for lines
 * that must not be there. `any` is for all others, and says in words what to do.
 */
export type Lines = Partial<Record<Program, readonly string[]>> & { any: string };

const pipe = ['return (pipe);'];

const passHeader = (name: string): Lines => ({
  nginx: [`remove proxy_set_header ${name} "";`, 'remove proxy_pass_request_headers off;'],
  Apache: [`remove RequestHeader unset ${name}`],
  HAProxy: [`remove http-request del-header ${name}`],
  Caddy: [`remove header_up -${name}`],
  Varnish: [`remove unset req.http.${name};`],
  CloudFront: ['Origin request policy: AllViewer'],
  any: 'Pass the request headers Host, Origin, Sec-Fetch-Site, Referer and Last-Event-ID on unchanged.',
});
const noCache = (varnish: string): Lines => ({
  nginx: ['proxy_cache off;'],
  Apache: ['remove CacheEnable disk /'],
  Varnish: [varnish],
  CloudFront: ['Cache policy: CachingDisabled for /api/status*'],
  Cloudflare: ['Cache rule: bypass cache for /api/status*'],
  any: 'Switch caching off for /api/status*.',
});
const noCompression: Lines = {
  nginx: ['gzip off;'],
  Caddy: ['remove encode gzip'],
  HAProxy: ['remove compression algo gzip'],
  Apache: ['SetEnv no-gzip 1'],
  Varnish: pipe,
  CloudFront: ['Cache behaviour: "Compress objects automatically" off for /api/status/stream'],
  Cloudflare: ['Compression rule: disable compression for /api/status/stream'],
  any: 'Switch compression off for /api/status/stream.',
};
const untouched = (header: string): Lines => ({
  nginx: [`remove add_header ${header} …;`, `remove proxy_hide_header ${header};`],
  Apache: [`remove Header set ${header} …`, `remove Header unset ${header}`],
  HAProxy: [`remove http-response set-header ${header} …`, `remove http-response del-header ${header}`],
  Caddy: [`remove header ${header} …`, `remove header -${header}`],
  Varnish: pipe,
  any: `Leave ${header} as Signalbox sends it at /api/status/stream.`,
});
const bind = 'bind :::443 v4v6 ssl crt /etc/haproxy/certs/status.example.com.pem alpn h2,http/1.1';
const certificate: Lines = {
  nginx: ['ssl_certificate /etc/ssl/signalbox/fullchain.pem;'],
  Apache: ['SSLCertificateFile /etc/ssl/signalbox/fullchain.pem'],
  HAProxy: [bind],
  any: 'Install a certificate for this name with its whole chain (Caddy and certbot renew it by themselves), and reload.',
};
const streamPass =
  'ProxyPass /api/status/stream http://127.0.0.1:3000/api/status/stream flushpackets=on timeout=75 retry=0 disablereuse=on';
const longTimeout: Lines = {
  nginx: ['proxy_read_timeout 75s;'],
  HAProxy: ['timeout client 75s', 'timeout server 75s'],
  Apache: [streamPass],
  Varnish: [...pipe, '.between_bytes_timeout = 75s;'],
  CloudFront: ['Origin read timeout: 60 s, with STREAM_HEARTBEAT_SECONDS=15'],
  ALB: ['idle_timeout.timeout_seconds = 120'],
  Cloudflare: ['STREAM_HEARTBEAT_SECONDS=15 (Cloudflare allows 100 s of silence)'],
  any: 'Let idle connections live longer than two heartbeats, or set STREAM_HEARTBEAT_SECONDS lower.',
};
const publicUrl = 'PUBLIC_URL=<the origin people open>, and other sites in ALLOWED_ORIGINS';
const passMethods: Lines = {
  nginx: ['remove limit_except GET { deny all; }'],
  HAProxy: ['remove http-request deny if !METH_GET'],
  CloudFront: ['Allowed methods: GET, HEAD, OPTIONS at least'],
  any: 'Pass GET, HEAD and OPTIONS on to Signalbox, and its answers back.',
};
const upstream: Lines = { any: 'Start Signalbox, or mend the address this hop sends requests to.' };

/** By fault, what mends it. */
export const mendingLines: Record<FaultId, Lines> = {
  unreachable: { any: 'Check the name, the port and the firewall, and that something listens there.' },
  'out-of-time': { any: 'Give it more time (--seconds 120), and find out why answers take so long.' },
  unanswered: { any: 'See whether what listens there is stuck, and whether it expects http or https.' },
  'tls-failed': {
    any: 'Let what listens there speak TLS with a certificate for this name, or ask it by http://.',
  },
  'certificate-expired': certificate,
  'certificate-name': certificate,
  'certificate-untrusted': certificate,
  'certificate-expires-soon': certificate,
  'http1-only': {
    nginx: ['listen 443 ssl http2;'],
    HAProxy: [bind],
    Apache: ['Protocols h2 http/1.1'],
    any: 'Offer HTTP/2 (ALPN h2).',
  },
  'plain-http': { any: 'Serve the page over https, and send http there.' },
  redirected: { any: 'Open the page at the address it leads to, and set PUBLIC_URL to that.' },
  'host-rewritten': {
    nginx: ['proxy_set_header Host $host;'],
    Caddy: ['remove header_up Host …'],
    HAProxy: ['remove http-request set-header Host …'],
    Apache: ['ProxyPreserveHost On'],
    Varnish: ['remove set req.http.Host = "…";'],
    CloudFront: ['Origin request policy: AllViewer'],
    any: 'Pass the public Host on.',
  },
  'origin-stripped': passHeader('Origin'),
  'origin-refused': { any: `${publicUrl}.` },
  'refused-on-the-way': { any: 'Let /api/status* through: no login, no bot check, no country rule.' },
  'not-found': { any: 'Send /api/status* to Signalbox with its path unchanged, or give the right address.' },
  'too-many': {
    any: 'TRUSTED_PROXIES=<the proxies in front>, or a higher STREAM_MAX_PER_ADDRESS or STREAM_MAX; and no rate limit in front.',
  },
  'not-ready': { any: 'Ask /api/health/ready what is missing.' },
  'bad-gateway': upstream,
  'doubled-chunked': untouched('Transfer-Encoding'),
  'malformed-answer': { any: "Let through Signalbox's own answer at /api/status/stream, unchanged." },
  'wrong-status': upstream,
  'content-type': untouched('Content-Type'),
  'content-length': untouched('Content-Length'),
  // What is doubled most often.
  'duplicate-header': {
    ...untouched('Access-Control-Allow-Origin'),
    any: 'Leave the headers named as Signalbox sends them at /api/status/stream.',
  },
  'cache-control': untouched('Cache-Control'),
  cors: untouched('Access-Control-Allow-Origin'),
  vary: untouched('Vary'),
  'slow-first-byte': { nginx: ['proxy_buffering off;'], any: 'Look at the load of this hop and behind it.' },
  buffered: {
    nginx: ['proxy_buffering off;', 'gzip off;', 'proxy_http_version 1.1;'],
    Caddy: ['remove encode gzip'],
    HAProxy: ['option http-no-delay', 'remove compression algo gzip'],
    Apache: [streamPass, 'SetEnv no-gzip 1'],
    Varnish: pipe,
    any: 'Switch response buffering (and compression) off for /api/status/stream.',
  },
  'stream-cut': longTimeout,
  'heartbeat-missing': longTimeout,
  recompressed: noCompression,
  undecodable: noCompression,
  shared: noCache('return (pipe);'),
  'guard-open': {
    nginx: ['remove proxy_set_header Origin …;'],
    Apache: ['remove RequestHeader set Origin …'],
    HAProxy: ['remove http-request set-header Origin …'],
    Caddy: ['remove header_up Origin …'],
    Varnish: ['remove set req.http.Origin = "…";'],
    any: 'Let no hop set Origin: it is the word of the browser.',
  },
  'guard-no-origin': { any: `${publicUrl}; and let no hop add Origin, Sec-Fetch-Site or Referer.` },
  'same-page-refused': passHeader('Sec-Fetch-Site'),
  preflight: passMethods,
  'preflight-open': {
    ...untouched('Access-Control-Allow-Origin'),
    any: 'Let Signalbox itself answer OPTIONS.',
  },
  'error-cors': {
    nginx: ['remove proxy_intercept_errors on;'],
    Apache: ['remove ProxyErrorOverride On'],
    any: 'Pass error answers on as they are.',
  },
  head: passMethods,
  'resume-header': passHeader('Last-Event-ID'),
  'resume-query': { any: 'Keep the query string: ?lastEventId= must reach Signalbox.' },
  'keep-alive': {
    nginx: ['remove keepalive 32;'],
    HAProxy: ['remove http-reuse always'],
    Apache: ['ProxyPass / http://127.0.0.1:3000/ retry=0 ttl=60'],
    ALB: ['idle_timeout below the idle time of what it talks to'],
    any: 'Let this hop drop idle connections sooner than what lies behind it does (Signalbox: 75 s).',
  },
  polling: { any: 'Send /api/status to Signalbox too.' },
  'polling-stale': noCache('return (pass);'),
  'polling-validator': { any: 'Leave ETag and If-None-Match as they are.' },
};
