import type { PublicBranding, PublicPage } from '@/lib/contracts/branding';
import { isFields, text, type Unknown } from './field-readers';

type Link = PublicBranding['headerLinks'][number];
type Logo = NonNullable<PublicBranding['logo']>;

/** The page of a message, completed from what was known of it; undefined when neither is known. */
export function toPage(raw: unknown, known: PublicPage | undefined): PublicPage | undefined {
  if (!isFields(raw)) return known;
  const [id, name] = [text(raw.id, known?.id), text(raw.name, known?.name)];
  if (!id || !name) return known;
  const branding = isFields(raw.branding) ? toBranding(raw.branding) : null;
  const page = { id, name, announcement: text(raw.announcement, null), branding };
  // The same object for the same page, so that nothing is drawn anew for it.
  return JSON.stringify(page) === JSON.stringify(known) ? known : page;
}

function toBranding(raw: Unknown): PublicBranding {
  return {
    logo: toLogo(raw.logo),
    showName: raw.showName !== false,
    icons: text(raw.icons, null),
    stylesheet: text(raw.stylesheet, null),
    headerLinks: toLinks(raw.headerLinks),
    footerLinks: toLinks(raw.footerLinks),
    footerText: text(raw.footerText, null),
    support: text(raw.support, null),
  };
}

function toLogo(raw: unknown): Logo | null {
  if (!isFields(raw)) return null;
  const [light, dark] = [toImage(raw.light), toImage(raw.dark)];
  return light && dark && { light, dark };
}

function toImage(raw: unknown): Logo['light'] | null {
  if (!isFields(raw) || typeof raw.url !== 'string') return null;
  const { url, width, height } = raw;
  return typeof width === 'number' && typeof height === 'number' ? { url, width, height } : null;
}

function toLinks(raw: unknown): Link[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter(isFields).flatMap(({ label, href }) => {
    const known = typeof label === 'string' && typeof href === 'string';
    return known ? [{ label, href }] : [];
  });
}
