/** A link as it stands on the page. */
export type PageLink = { label: string; href: string };

/** An uploaded image, without its bytes. `id` names what is in it. */
export type PageImage = { id: string; type: ImageType; width: number; height: number };

/** What browsers show in `<img>`, by its media type. */
export const imageExtensions = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/x-icon': 'ico',
} as const;

export type ImageType = keyof typeof imageExtensions;

/** The places an image can be put. */
export const imagePlaces = ['lightLogo', 'darkLogo', 'favicon'] as const;
export type ImagePlace = (typeof imagePlaces)[number];

/** How the page looks, and what stands around the status. */
export type Branding = Record<ImagePlace, PageImage | null> & {
  /** As #rrggbb. */
  accent: string | null;
  /** Whether the name stands beside the logo. */
  showName: boolean;
  headerLinks: PageLink[];
  footerLinks: PageLink[];
  footerText: string | null;
  /** A mailto: or http(s): address. */
  support: string | null;
  customCss: string | null;
  /** Markdown. */
  announcement: string | null;
  /** 0 while nothing was ever set. */
  version: number;
};

export const noBranding: Branding = {
  lightLogo: null,
  darkLogo: null,
  favicon: null,
  accent: null,
  showName: true,
  headerLinks: [],
  footerLinks: [],
  footerText: null,
  support: null,
  customCss: null,
  announcement: null,
  version: 0,
};
