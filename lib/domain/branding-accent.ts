import { fromOklch, toLinear, toOklch, toRgb } from './oklch';

/** What words in the accent's colour stand on, as app/globals.css has it: canvas, surface, sunken. */
export const grounds = {
  light: ['#f6f5f1', '#ffffff', '#eeece6'],
  dark: ['#0f1113', '#17191c', '#0a0c0d'],
} as const;

export type Theme = keyof typeof grounds;

/** WCAG 2.2, 1.4.3: what words need against their ground. */
const leastContrast = 4.5;

/** Of a colour #rrggbb, from 0 to 1: WCAG 2.2's definition of relative luminance. */
function relativeLuminance(colour: string): number {
  const [red, green, blue] = toRgb(colour);
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** Between two colours #rrggbb, from 1 to 21: WCAG 2.2's definition of contrast ratio. */
export function contrastRatio(one: string, other: string): number {
  const [dark, light] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The contrast of a colour on the ground of a theme where it is weakest. */
export function weakestContrast(colour: string, theme: Theme): number {
  return Math.min(...ownGrounds(colour, theme).map((ground) => contrastRatio(colour, ground)));
}

/** The ground of what is selected or marked: the accent's hue, as light or dark as app/globals.css has it. */
export function tintOf(colour: string, theme: Theme): string {
  const { chroma, hue } = toOklch(colour);
  return theme === 'light'
    ? fromOklch({ lightness: 0.95, chroma: Math.min(chroma, 0.02), hue })
    : fromOklch({ lightness: 0.29, chroma: Math.min(chroma, 0.045), hue });
}

function ownGrounds(colour: string, theme: Theme): string[] {
  return [...grounds[theme], tintOf(colour, theme)];
}

/** How an accent does as the colour of words in a theme, and the shade of its hue that is readable there. */
export type Accent = { given: string; contrast: number; isReadable: boolean; words: string; tint: string };

/**
 * The accent as the colour of words: as it is where it is readable, else the shade of the same hue nearest to it
 * that is.
 */
export function accentIn(colour: string, theme: Theme): Accent {
  const contrast = weakestContrast(colour, theme);
  const isReadable = contrast >= leastContrast;
  const words = isReadable ? colour : readableShade(colour, theme);
  return { given: colour, contrast, isReadable, words, tint: tintOf(colour, theme) };
}

function readableShade(colour: string, theme: Theme): string {
  const given = toOklch(colour);
  const at = (lightness: number) => fromOklch({ ...given, lightness });
  const isReadable = (lightness: number) =>
    ownGrounds(colour, theme).every((ground) => contrastRatio(at(lightness), ground) >= leastContrast);
  // Black is readable on every light ground and white on every dark one; the search starts from there.
  let [readable, faint] = [theme === 'light' ? 0 : 1, given.lightness];
  for (let step = 0; step < 20; step++) {
    const middle = (readable + faint) / 2;
    if (isReadable(middle)) readable = middle;
    else faint = middle;
  }
  return at(readable);
}
