/**
 * What a page may load and run: its own origin's files, and of scripts and styles in the page itself only those
 * that carry the nonce. `next dev` needs more: it evaluates code, writes styles and listens on a WebSocket.
 */
export function contentSecurityPolicy(nonce: string, isDev: boolean): string {
  const own = `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${own}${isDev ? " 'unsafe-eval'" : ''}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src ${own}`,
    "img-src 'self' data:",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
