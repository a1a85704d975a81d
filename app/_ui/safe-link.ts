const safeProtocols = ['http:', 'https:', 'mailto:'];

/** Whether a link in a person's text may be followed: absolute, to http(s) or mailto, nothing else. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || !URL.canParse(href)) return false;
  return safeProtocols.includes(new URL(href).protocol);
}
