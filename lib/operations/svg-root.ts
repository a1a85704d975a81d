/** No root element is longer; what comes after it is not looked at. */
const longestRoot = 8_000;

/** What may stand before an XML document's root, and how it ends. */
const before: [begin: string, end: string][] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
];

/**
 * The beginning of an SVG from its root element on; null for what is no SVG in UTF-8, such as a page of HTML that
 * has one in it.
 */
export function svgRoot(bytes: Uint8Array): Uint8Array | null {
  const text = decoded(bytes);
  if (text === null) return null;
  let at = afterSpace(text, 0);
  for (;;) {
    const found = before.find(([begin]) => text.startsWith(begin, at));
    if (!found) break;
    const [begin, end] = found;
    // A document type may declare names between brackets, each of them with `>` at its end.
    const from = begin === '<!DOCTYPE' ? afterDeclarations(text, at) : at;
    const ending = from < 0 ? -1 : text.indexOf(end, from);
    if (ending < 0) return null;
    at = afterSpace(text, ending + end.length);
  }
  return /^<svg[\s>]/.test(text.slice(at, at + 5))
    ? new TextEncoder().encode(text.slice(at, at + longestRoot))
    : null;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

function afterDeclarations(text: string, from: number): number {
  const open = text.indexOf('[', from);
  const close = text.indexOf('>', from);
  return open >= 0 && open < close ? text.indexOf(']', open) : from;
}
