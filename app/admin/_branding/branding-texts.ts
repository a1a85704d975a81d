import type { Branding, ImagePlace } from '@/lib/domain/branding';
import { linesOf } from '@/lib/domain/branding-links';

/** The controls that hold text, and what people know them by. */
export const textLabels = {
  name: 'Name',
  announcement: 'Announcement',
  accent: 'Accent colour',
  headerLinks: 'Links in the header',
  footerLinks: 'Links in the footer',
  footerText: 'Text in the footer',
  support: 'Support address',
  customCss: 'Custom CSS',
} as const;

export type BrandingTexts = Record<keyof typeof textLabels, string>;

/** An image that is there already. */
export type ShownImage = { url: string; width: number; height: number };
export type ShownImages = Record<ImagePlace, ShownImage | null>;

/** The branding in the words of its form. */
export function brandingTexts(branding: Branding & { name: string }): BrandingTexts {
  const { name, announcement, accent, headerLinks, footerLinks, footerText, support, customCss } = branding;
  return {
    name,
    announcement: announcement ?? '',
    accent: accent ?? '',
    headerLinks: linesOf(headerLinks),
    footerLinks: linesOf(footerLinks),
    footerText: footerText ?? '',
    support: support?.replace(/^mailto:/, '') ?? '',
    customCss: customCss ?? '',
  };
}
