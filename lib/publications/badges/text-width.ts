/** Tenths of a pixel from space to `~`, as Chromium measures DejaVu Sans at 11 px; Verdana's are the same but for tenths. */
const measured = [
  35, 44, 51, 92, 70, 105, 86, 30, 43, 43, 55, 92, 35, 40, 35, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 37,
  37, 92, 92, 92, 58, 110, 75, 75, 77, 85, 70, 63, 85, 83, 32, 32, 72, 61, 95, 82, 87, 66, 87, 76, 70, 67, 81,
  75, 109, 75, 67, 75, 43, 37, 43, 92, 55, 55, 67, 70, 60, 70, 68, 39, 70, 70, 31, 31, 64, 31, 107, 70, 67,
  70, 70, 45, 57, 43, 70, 65, 90, 65, 65, 58, 70, 37, 70, 92,
];
const averageWidth = 68;
const fullWidth = 110;
const isWide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The width of a text at 11 px, in whole pixels: exact for English, near for the rest, to which it is then fitted. */
export function textWidth(text: string): number {
  const tenths = graphemesOf(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
  return Math.ceil(tenths / 10);
}

/** The text, or as much of it as `most` characters hold, as a person counts them. */
export function shortened(text: string, most: number): string {
  const all = graphemesOf(text);
  return all.length > most
    ? `${all
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}

function widthOf(grapheme: string): number {
  const known = grapheme.length === 1 && measured[grapheme.charCodeAt(0) - 32];
  return known || (isWide.test(grapheme) ? fullWidth : averageWidth);
}

function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
