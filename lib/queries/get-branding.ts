import type { PublicBranding, PublicPage } from '@/lib/contracts/branding';
import { brandingRepository } from '@/lib/database/branding-repository';
import { type Page, pageRepository } from '@/lib/database/page-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import { type Branding, imageExtensions, type PageImage } from '@/lib/domain/branding';
import { brandingStyles } from '@/lib/domain/branding-styles';
import { styleId } from './get-branding-file';

/** The page's name and how it looks, for whoever edits it. Throws Unavailable. */
export async function getBranding(): Promise<Branding & { name: string }> {
  return orUnavailable(async () => {
    const [{ name }, branding] = await Promise.all([pageRepository.get(), brandingRepository.get()]);
    return { name, ...branding };
  });
}

/** The page as it is told to visitors. */
export function toPublicPage({ id, name }: Pick<Page, 'id' | 'name'>, branding: Branding): PublicPage {
  const shown = toPublicBranding(branding);
  return { id, name, announcement: branding.announcement, branding: shown };
}

function toPublicBranding(branding: Branding): PublicBranding | null {
  if (branding.version === 0) return null;
  const { lightLogo, darkLogo, favicon, showName, headerLinks, footerLinks, footerText, support } = branding;
  const [light, dark] = [lightLogo ?? darkLogo, darkLogo ?? lightLogo];
  const styles = brandingStyles(branding);
  return {
    logo: light && dark && { light: toPublicImage(light), dark: toPublicImage(dark) },
    showName,
    icons: favicon && `/api/branding/${favicon.id}`,
    stylesheet: styles && `/api/branding/${styleId(styles)}.css`,
    headerLinks,
    footerLinks,
    footerText,
    support,
  };
}

/** The image where visitors find it. */
export function toPublicImage({ id, type, width, height }: PageImage) {
  return { url: `/api/branding/${id}.${imageExtensions[type]}`, width, height };
}
