import type { FaultId } from './faults';
import type { Program } from './programs';

/** Lines for programs we know; `any` is for all others, or says what to do in words. */
type Lines = Partial<Record<Program | 'any', string>>;

const passHeaders: Lines = {
  nginx: 'proxy_pass_request_headers on;  # and no proxy_set_header that empties it',
  Apache: 'remove "RequestHeader unset" for it',
  HAProxy: 'remove "http-request del-header" for it',
  Caddy: 'remove "header_up -…" for it',
  Varnish: 'if (req.url ~ "^/api/status/stream") { return (pipe); }',
  CloudFront: 'Origin request policy: AllViewer',
  any: 'Pass the request headers Host, Origin, Sec-Fetch-Site, Referer and Last-Event-ID on unchanged.',
};
const noCache: Lines = {
  nginx: 'proxy_cache off;',
  Apache: 'CacheDisable "/api/status"',
  Caddy: 'no cache in the handle of /api/status*',
  Varnish: 'if (req.url ~ "^/api/status/stream") { return (pipe); }',
  CloudFront: 'Cache policy: CachingDisabled for /api/status*',
  Cloudflare: 'Cache rule: bypass cache for /api/status*',
  any: 'Switch caching off for /api/status*.',
};
const noCompression: Lines = {
  nginx: 'gzip off;',
  Caddy: 'no encode in the handle of /api/status/stream',
  HAProxy: 'remove "compression algo", or "compression type text/event-stream"',
  Apache: 'SetEnvIf Request_URI "^/api/status/stream" no-gzip no-brotli',
  Varnish: 'if (req.url ~ "^/api/status/stream") { return (pipe); }',
  CloudFront: 'Cache behaviour: "Compress objects automatically" off for /api/status/stream',
  Cloudflare: 'Compression rule: disable compression for /api/status/stream',
  any: 'Switch compression off for /api/status/stream.',
};
const untouched = (header: string): Lines => ({
  nginx: `no add_header or proxy_hide_header for ${header} at /api/status/stream`,
  Apache: `no "Header set/add/unset ${header}" at /api/status/stream`,
  HAProxy: `no http-response rule on ${header} at /api/status/stream`,
  Caddy: `no header directive on ${header} at /api/status/stream`,
  any: `Leave ${header} as Signalbox sends it at /api/status/stream.`,
});
const certificate: Lines = {
  nginx: 'ssl_certificate …/fullchain.pem;  # then: nginx -s reload',
  Apache: 'SSLCertificateFile …/fullchain.pem  # then: apachectl graceful',
  HAProxy: 'bind :443 ssl crt …/fullchain-and-key.pem  # then reload',
  any: 'Install a certificate for this name with its whole chain (Caddy and certbot renew it by themselves), and reload.',
};
const longTimeout: Lines = {
  nginx: 'proxy_read_timeout 120s;',
  HAProxy: 'timeout client 120s, timeout server 120s, timeout tunnel 1h',
  Apache: 'ProxyTimeout 120',
  Varnish: 'pipe_timeout=120s (-p), and return (pipe) for the stream',
  CloudFront: 'Origin read timeout: 60 s, with STREAM_HEARTBEAT_SECONDS=15',
  ALB: 'idle_timeout.timeout_seconds = 120',
  Cloudflare: 'STREAM_HEARTBEAT_SECONDS=15 (Cloudflare allows 100 s of silence)',
  any: 'Let idle connections live longer than two heartbeats, or set STREAM_HEARTBEAT_SECONDS lower.',
};
const publicUrl: Lines = { any: 'PUBLIC_URL=<the origin people open>, and other sites in ALLOWED_ORIGINS.' };
const passMethods: Lines = {
  nginx: 'no limit_except, return or if ($request_method …) at /api/status/stream',
  CloudFront: 'Allowed methods: GET, HEAD, OPTIONS at least',
  any: 'Pass GET, HEAD and OPTIONS on to Signalbox, and its answers back.',
};
const ownErrors: Lines = {
  nginx: 'proxy_intercept_errors off;',
  Apache: 'ProxyErrorOverride Off',
  any: 'Pass error answers on as they are.',
};
const upstream: Lines = { any: 'Start Signalbox, or mend the address this hop sends requests to.' };

/** By fault, the lines that mend it: what deploy/ has in its ready configurations. */
export const mendingLines: Record<FaultId, Lines> = {
  unreachable: { any: 'Check the name, the port and the firewall, and that something listens there.' },
  'out-of-time': { any: 'Give it more time (--seconds 120), and find out why answers take so long.' },
  unanswered: { any: 'See whether what listens there is stuck, and whether it expects http or https.' },
  'tls-failed': certificate,
  'certificate-expired': certificate,
  'certificate-name': certificate,
  'certificate-untrusted': certificate,
  'certificate-expires-soon': certificate,
  'http1-only': {
    nginx: 'listen 443 ssl http2;',
    HAProxy: 'bind :443 ssl crt … alpn h2,http/1.1',
    Apache: 'Protocols h2 http/1.1',
    any: 'Offer HTTP/2 (ALPN h2).',
  },
  'plain-http': { any: 'Serve the page over https, and send http there.' },
  redirected: { any: 'Open the page at the address it leads to, and set PUBLIC_URL to that.' },
  'host-rewritten': {
    nginx: 'proxy_set_header Host $http_host;',
    Caddy: 'remove "header_up Host …"',
    HAProxy: 'remove "http-request set-header Host"',
    Apache: 'ProxyPreserveHost On',
    CloudFront: 'Origin request policy: AllViewer',
    any: 'Pass the public Host on.',
  },
  'origin-stripped': passHeaders,
  'origin-refused': publicUrl,
  'refused-on-the-way': { any: 'Let /api/status* through: no login, no bot check, no country rule.' },
  'not-found': { any: 'Send /api/status* to Signalbox with its path unchanged, or give the right address.' },
  'too-many': {
    any: 'TRUSTED_PROXIES=<the proxies in front>, or a higher STREAM_MAX_PER_ADDRESS; and no rate limit in front.',
  },
  'not-ready': { any: 'Ask /api/health/ready what is missing.' },
  'bad-gateway': upstream,
  'doubled-chunked': untouched('Transfer-Encoding'),
  'malformed-answer': untouched('every header'),
  'wrong-status': upstream,
  'content-type': untouched('Content-Type'),
  'content-length': untouched('Content-Length'),
  'duplicate-header': untouched('the headers named'),
  'cache-control': untouched('Cache-Control'),
  cors: untouched('Access-Control-Allow-Origin'),
  vary: untouched('Vary'),
  'slow-first-byte': { nginx: 'proxy_buffering off;', any: 'Look at the load of this hop and behind it.' },
  buffered: {
    nginx: 'proxy_buffering off; gzip off; proxy_http_version 1.1;',
    Caddy: 'reverse_proxy … { flush_interval -1 }, and no encode',
    HAProxy: 'no option http-buffer-request, no compression',
    Apache: 'ProxyPass … flushpackets=on',
    Varnish: 'if (req.url ~ "^/api/status/stream") { return (pipe); }',
    any: 'Switch response buffering (and compression) off for /api/status/stream.',
  },
  'stream-cut': longTimeout,
  'heartbeat-missing': longTimeout,
  recompressed: noCompression,
  undecodable: noCompression,
  shared: noCache,
  'guard-open': passHeaders,
  'guard-no-origin': publicUrl,
  'same-page-refused': passHeaders,
  preflight: passMethods,
  'preflight-open': passMethods,
  'error-cors': ownErrors,
  head: passMethods,
  'resume-header': passHeaders,
  'resume-query': { any: 'Keep the query string: ?lastEventId= must reach Signalbox.' },
  'keep-alive': {
    nginx: 'keepalive_timeout 4s; in the upstream block',
    HAProxy: 'http-reuse safe, and timeout http-keep-alive 4s',
    Apache: 'ProxyPass … ttl=4',
    Caddy: 'transport http { keepalive 4s }',
    ALB: 'idle_timeout below the idle time of what it talks to',
    any: 'Let this hop drop idle connections to what lies behind it sooner than that does (Node: 5 s).',
  },
  polling: { any: 'Send /api/status to Signalbox too.' },
  'polling-stale': noCache,
  'polling-validator': { any: 'Leave ETag and If-None-Match as they are.' },
};
