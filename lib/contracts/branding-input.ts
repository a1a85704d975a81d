import { z } from 'zod';
import type { imagePlaces } from '@/lib/domain/branding';
import { parseLinks, toHref } from '@/lib/domain/branding-links';
import { parseColour } from '@/lib/domain/oklch';
import { text } from './incident-input';

/** What is sent empty is taken away. */
const orNull = (most: number, message: string) =>
  text
    .trim()
    .max(most, message)
    .transform((given) => given || null);

/** What a reader of text makes of it; null for text it does not take. */
function read<T>(reader: (given: string) => T | null, message: string) {
  return text.trim().transform((given, context): T | null => {
    if (given === '') return null;
    const made = reader(given);
    if (made === null) context.addIssue({ code: 'custom', message });
    return made;
  });
}

const links = (most: number) =>
  text.transform((given, context) => {
    const found = parseLinks(given, most);
    if ('links' in found) return found.links;
    context.addIssue({ code: 'custom', message: found.problem });
    return z.NEVER;
  });

const mostCssBytes = 32 * 1024;
const customCss = text
  .refine((given) => new TextEncoder().encode(given).length <= mostCssBytes, 'Keep it under 32 KB.')
  .transform((given) => given.trim() || null);

/** A new image, null to take the old one away; left out, the old one stays. */
const image = (mostKb: number) =>
  z
    .file()
    .max(mostKb * 1024, `Choose a file of at most ${mostKb} KB.`)
    .nullable()
    .optional();

export const brandingInput = z.object({
  name: text.trim().min(1, 'Give the page a name.').max(120, 'Keep it under 120 characters.'),
  showName: z.boolean(),
  accent: read(parseColour, 'Write the colour as #rrggbb, as in #0b5e86.'),
  lightLogo: image(512),
  darkLogo: image(512),
  // It is drawn into each state's icon, so it is sent more often than a logo.
  favicon: image(128),
  headerLinks: links(6),
  footerLinks: links(12),
  footerText: orNull(500, 'Keep it under 500 characters.'),
  support: read(toHref, 'Write an e-mail address, or an address that begins with https:// or http://.'),
  customCss,
  announcement: orNull(2_000, 'Keep it under 2,000 characters.'),
  /** The version the editor saw; a newer one in the database is a conflict. */
  version: z.coerce.number().int().nonnegative(),
});

/** What a branding form says, with its images as bytes. */
export type BrandingInput = Omit<z.infer<typeof brandingInput>, (typeof imagePlaces)[number]> & {
  [place in (typeof imagePlaces)[number]]?: Uint8Array<ArrayBuffer> | null;
};
