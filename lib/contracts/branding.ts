import { z } from 'zod';

const link = z.object({ label: z.string(), href: z.string() });
const image = z.object({ url: z.string(), width: z.number(), height: z.number() });

/** What of a page's look has been set. Every address of it but the links is a path of this origin. */
const publicBranding = z.object({
  /** For a light and a dark ground; the same twice where there is one. */
  logo: z.object({ light: image, dark: image }).nullable(),
  /** Whether the name stands beside the logo. */
  showName: z.boolean(),
  /** The folder in which each state has its icon, as in `…/major-outage.svg`. */
  icons: z.string().nullable(),
  stylesheet: z.string().nullable(),
  headerLinks: z.array(link),
  footerLinks: z.array(link),
  footerText: z.string().nullable(),
  support: z.string().nullable(),
});

/** The page itself as visitors see it, in the public state. */
export const publicPage = z.object({
  id: z.string(),
  name: z.string(),
  /** Markdown, shown above the status. */
  announcement: z.string().nullable(),
  /** Null while nothing was set. */
  branding: publicBranding.nullable(),
});

export type PublicBranding = z.infer<typeof publicBranding>;
export type PublicPage = z.infer<typeof publicPage>;
