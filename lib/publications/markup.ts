const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** XML 1.0 has no way to write these, not even escaped. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it stands in an element or an attribute of XML, SVG or XHTML. */
export function escaped(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
