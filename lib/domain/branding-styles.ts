import type { Branding } from './branding';
import { accentIn, type Theme } from './branding-accent';

/**
 * The stylesheet of the public pages' own look, null where there is none: the accent's tokens, and after them what
 * the team wrote. Both stand outside of cascade layers, so they win over all that app/globals.css says.
 */
export function brandingStyles({ accent, customCss }: Pick<Branding, 'accent' | 'customCss'>): string | null {
  const parts = [accent && tokensOf(accent), customCss].filter(Boolean);
  return parts.length > 0 ? `${parts.join('\n')}\n` : null;
}

function tokensOf(accent: string): string {
  const tokens = (theme: Theme) => {
    const { words, tint } = accentIn(accent, theme);
    return `:root { --color-accent: ${words}; --color-accent-tint: ${tint}; }`;
  };
  return `${tokens('light')}\n@media screen and (prefers-color-scheme: dark) { ${tokens('dark')} }`;
}
