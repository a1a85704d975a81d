import type { Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { getWordPack } from './_words/get-words';
import { WordsProvider } from './_words/words-provider';
import './globals.css';

const atkinson = localFont({
  src: './fonts/atkinson-hyperlegible-next.woff2',
  weight: '200 800',
  display: 'swap',
  variable: '--font-atkinson',
});

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f5f1' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1113' },
  ],
};

/** The document around every page. Titles and icons are each page's own, because they tell the state. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const pack = await getWordPack();
  return (
    <html lang={pack.language} dir={pack.direction} className={atkinson.variable}>
      <body>
        <WordsProvider pack={pack}>{children}</WordsProvider>
      </body>
    </html>
  );
}
