import { type Exchange, headerOf } from './exchange';

/** Programs whose lines we know. HAProxy names itself in no header, so it can only be named by hand. */
export const programs = [
  'nginx',
  'Caddy',
  'HAProxy',
  'Apache',
  'Varnish',
  'CloudFront',
  'ALB',
  'Cloudflare',
] as const;
export type Program = (typeof programs)[number];

const signs: [Program, header: string, pattern: RegExp][] = [
  ['nginx', 'server', /nginx|openresty/i],
  ['nginx', 'via', /nginx/i],
  ['Caddy', 'server', /caddy/i],
  ['Caddy', 'via', /caddy/i],
  ['HAProxy', 'via', /haproxy/i],
  ['Apache', 'server', /^apache/i],
  ['Apache', 'via', /apache/i],
  ['Varnish', 'via', /varnish/i],
  ['Varnish', 'x-varnish', /./],
  ['CloudFront', 'via', /cloudfront/i],
  ['CloudFront', 'x-amz-cf-id', /./],
  ['ALB', 'server', /awselb/i],
  ['ALB', 'set-cookie', /AWSALB/],
  ['Cloudflare', 'server', /cloudflare/i],
  ['Cloudflare', 'cf-ray', /./],
];

/** The programs that show themselves in the headers of these answers, errors included. */
export function programsIn(exchanges: readonly Exchange[]): Program[] {
  const found = signs.filter(([, header, pattern]) =>
    exchanges.some((exchange) => pattern.test(headerOf(exchange, header) ?? '')),
  );
  return [...new Set(found.map(([program]) => program))];
}
