const home = '/admin';
/** Never resolves to a real site: it only shows whether a path stays on its own. */
const base = 'https://signalbox.invalid';

/** Where to go after signing in: `next` when it is a path of the control room on this site, else the control room. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !URL.canParse(next, base)) return home;
  const url = new URL(next, base);
  const isInside = url.pathname === home || url.pathname.startsWith(`${home}/`);
  if (!next.startsWith('/') || url.origin !== base || !isInside) return home;
  if (url.pathname.startsWith(`${home}/sign-in`)) return home;
  return url.pathname + url.search + url.hash;
}
