/** All that the card's fonts can draw: Latin with its accents, figures and common punctuation. */
const drawn =
  /[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u0192\u0218-\u021b\u0237\u1e80-\u1e85\u1e9e\u1ef2\u1ef3\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2039\u203a\u20ac\u2122\u2212]/u;
const letterOrFigure = /[\p{L}\p{N}\p{M}]/u;
/** More never fits, whatever its letters. */
const longest = 200;

/**
 * A person's text as the card can draw it, signs and emoji left out; null where a letter is missing, as of Arabic,
 * Cyrillic, Greek or Japanese: a title with holes would mislead, and no font is fetched while visitors wait.
 */
export function cardText(text: string): string | null {
  let kept = '';
  for (const character of text.normalize('NFC')) {
    if (drawn.test(character)) kept += character;
    else if (letterOrFigure.test(character)) return null;
    else kept += ' ';
  }
  const words = kept.replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  return words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
}
