import type { PageLink } from './branding';

/** Stands in for the page's own origin, which a path must not leave. */
const own = 'https://page.invalid';

const outside = ['http:', 'https:', 'mailto:'];

/**
 * The address as it is put into a link: http, https or mailto, a path of this site, or a bare e-mail address, which
 * becomes a mailto. Null for anything else, `javascript:` and `//elsewhere` among it.
 */
export function toHref(text: string): string | null {
  const given = text.trim();
  // Browsers drop tabs and line breaks from an address, and what is read here should be what they follow.
  if (given === '' || /[\s\p{Cc}]/u.test(given)) return null;
  if (/^[^/:@?#]+@[^/:@?#]+\.[^/:@?#]+$/.test(given)) return `mailto:${given}`;
  if (given.startsWith('/')) return pathOf(given);
  if (!URL.canParse(given)) return null;
  const { protocol, href, pathname } = new URL(given);
  if (!outside.includes(protocol) || (protocol === 'mailto:' && !pathname.includes('@'))) return null;
  return href;
}

function pathOf(given: string): string | null {
  if (!URL.canParse(given, own)) return null;
  const { origin, pathname, search, hash } = new URL(given, own);
  return origin === own ? pathname + search + hash : null;
}

/** What a list of links may be, or why it may not. */
type Links = { links: PageLink[] } | { problem: string };

/** Reads links from lines of words with the address at their end: `Terms of service https://example.com/terms`. */
export function parseLinks(text: string, most: number): Links {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const links: PageLink[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const [, label = '', address = ''] = /^(.*?)\s*(\S+)$/.exec(line) ?? [];
    const href = toHref(address);
    if (href === null) {
      return {
        problem: `Line ${index + 1}: end it with an https://, http:// or mailto: address, or a /path.`,
      };
    }
    if (label === '')
      return { problem: `Line ${index + 1}: write the words of the link before its address.` };
    if (label.length > 60) return { problem: `Line ${index + 1}: keep the words under 60 characters.` };
    links.push({ label, href });
  }
  return links.length > most ? { problem: `Keep it to ${most} links.` } : { links };
}

/** The lines that `parseLinks` reads these links from. */
export function linesOf(links: readonly PageLink[]): string {
  return links.map(({ label, href }) => `${label} ${href}`).join('\n');
}
