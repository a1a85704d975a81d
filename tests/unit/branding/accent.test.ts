import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentIn, contrastRatio, grounds, type Theme, tintOf } from '@/lib/domain/branding-accent';
import { brandingStyles } from '@/lib/domain/branding-styles';
import { fromOklch, parseColour, toOklch } from '@/lib/domain/oklch';

const part = fc.integer({ min: 0, max: 255 });
const anyColour = fc
  .tuple(part, part, part)
  .map((parts) => `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`);
const themes: Theme[] = ['light', 'dark'];

describe('a colour', () => {
  it.each([
    ['#0B5E86', '#0b5e86'],
    [' 0b5e86 ', '#0b5e86'],
    ['#abc', '#aabbcc'],
  ])('%j is %s', (text, colour) => expect(parseColour(text)).toBe(colour));

  it.each(['', 'red', '#12', '#12345', '#1234567', 'rgb(1,2,3)', '#0b5e8g', '#fff;}body{display:none'])(
    '%j is none',
    (text) => expect(parseColour(text)).toBeNull(),
  );

  // The examples of CSS Color 4 for `oklch()` and sRGB.
  it.each([
    ['#ff0000', 0.62796, 0.25768, 29.234],
    ['#00ff00', 0.86644, 0.294827, 142.495],
    ['#7d2329', 0.4, 0.12, 21.57],
  ])('%s has its place in OKLCH', (colour, lightness, chroma, hue) => {
    const found = toOklch(colour);
    expect(found.lightness).toBeCloseTo(lightness, 2);
    expect(found.chroma).toBeCloseTo(chroma, 2);
    expect(found.hue).toBeCloseTo(hue, 0);
  });

  it('comes back from OKLCH as it went', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(fromOklch(toOklch(colour))).toBe(colour);
      }),
    );
  });
});

describe('contrast', () => {
  // WCAG's own limits, and the greys that everybody knows to be just above and just below AA on white.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#777777', 4.48],
  ])('of %s on %s is %d', (one, other, ratio) => expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2));
});

describe('an accent', () => {
  it.each(themes)('is readable on every ground in %s, whatever was given', (theme) => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { words } = accentIn(colour, theme);
        for (const ground of [...grounds[theme], tintOf(colour, theme)])
          expect(contrastRatio(words, ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it.each(themes)(
    'stays as it is where it is readable in %s, and is no further off than it must be',
    (theme) => {
      fc.assert(
        fc.property(anyColour, (colour) => {
          const { words, contrast, isReadable } = accentIn(colour, theme);
          expect(isReadable).toBe(contrast >= 4.5);
          if (isReadable) expect(words).toBe(colour);
          if (isReadable) return;
          const [given, found] = [toOklch(colour), toOklch(words)];
          // A little way back towards what was given, the contrast is missing.
          const nearer = { ...given, lightness: found.lightness + (given.lightness - found.lightness) * 0.1 };
          const weakest = Math.min(
            ...[...grounds[theme], tintOf(colour, theme)].map((ground) =>
              contrastRatio(fromOklch(nearer), ground),
            ),
          );
          if (Math.abs(given.lightness - found.lightness) > 0.1) expect(weakest).toBeLessThan(4.5);
        }),
      );
    },
  );

  it('keeps its hue', () => {
    for (const [colour, theme] of [
      ['#ffcc00', 'light'],
      ['#00d27f', 'light'],
      ['#3b0a70', 'dark'],
      ['#c00020', 'dark'],
    ] as const) {
      const off = Math.abs(toOklch(accentIn(colour, theme).words).hue - toOklch(colour).hue);
      expect(Math.min(off, 360 - off)).toBeLessThan(3);
    }
  });

  it('is checked on the grounds that the page has', () => {
    const css = readFileSync('app/globals.css', 'utf8');
    const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
    const tokens = (part: string) =>
      ['canvas', 'surface', 'sunken'].map(
        (name) => new RegExp(`--color-${name}: (#\\w{6});`).exec(part)?.[1],
      );
    expect(tokens(light)).toEqual(grounds.light);
    expect(tokens(dark)).toEqual(grounds.dark);
  });

  it('looks in the preview as on the page', () => {
    const tokensOf = (css: string) =>
      new Map([...css.matchAll(/(--color-[\w-]+): (#\w+);/g)].map(([, a, b]) => [a, b]));
    const halves = (file: string, at: string) => readFileSync(file, 'utf8').split(at).map(tokensOf);
    const page = halves('app/globals.css', 'prefers-color-scheme: dark');
    const preview = halves('app/admin/_branding/preview.module.css', '.dark');
    for (const mode of [0, 1]) {
      expect(preview[mode]?.size).toBe(8);
      for (const [token, colour] of preview[mode] ?? []) expect(page[mode]?.get(token), token).toBe(colour);
    }
  });
});

describe('the stylesheet', () => {
  it('is none where nothing was set', () => {
    expect(brandingStyles({ accent: null, customCss: null })).toBeNull();
  });

  it('sets the accent for both modes, and lets the team have the last word', () => {
    const styles = brandingStyles({ accent: '#e0a100', customCss: '.sb-page {}' }) ?? '';
    expect(styles).toContain(':root { --color-accent: #8c6400;');
    expect(styles).toContain('(prefers-color-scheme: dark) { :root { --color-accent: #e0a100;');
    expect(styles.trim().endsWith('.sb-page {}')).toBe(true);
  });
});
