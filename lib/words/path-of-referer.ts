/**
 * The path of the page that a request came from, with its query, and `/` where that is not known. Always a path of
 * this site: of the Referer's host nothing is kept, and no path begins with what a browser reads as another host.
 */
export function pathOfReferer(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { protocol, pathname, search } = new URL(referer);
  if (!/^https?:$/.test(protocol)) return '/';
  return pathname.replace(/^[/\\]+/, '/') + search;
}
