import 'server-only';
import { readFile } from 'node:fs/promises';
import { singleton } from '@/lib/singleton';

type CardFont = { name: string; weight: 400 | 600; data: Buffer };

/** What a card's style asks for; letters beyond Western Europe's are in a file, and so in a family, of their own. */
export const cardFamily = 'Atkinson, Atkinson Extended';

/** The page's own font in the form that pictures are drawn with. Read once; nothing is fetched. */
export function cardFonts(): Promise<CardFont[]> {
  return singleton('card-fonts', () =>
    Promise.all(files.map(async ({ file, ...font }) => ({ ...font, data: await readFile(file) }))),
  );
}

// Written out, so that the bundler finds them.
const files = [
  {
    name: 'Atkinson',
    weight: 400 as const,
    file: new URL('../../fonts/atkinson-hyperlegible-next-400.woff', import.meta.url),
  },
  {
    name: 'Atkinson',
    weight: 600 as const,
    file: new URL('../../fonts/atkinson-hyperlegible-next-600.woff', import.meta.url),
  },
  {
    name: 'Atkinson Extended',
    weight: 400 as const,
    file: new URL('../../fonts/atkinson-hyperlegible-next-ext-400.woff', import.meta.url),
  },
  {
    name: 'Atkinson Extended',
    weight: 600 as const,
    file: new URL('../../fonts/atkinson-hyperlegible-next-ext-600.woff', import.meta.url),
  },
];
