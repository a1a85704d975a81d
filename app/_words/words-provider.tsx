'use client';

import { createContext, type ReactNode, use, useMemo } from 'react';
import type { WordPack } from '@/lib/words/word-pack';
import { type Words, wordsOf } from '@/lib/words/words';

const WordsContext = createContext<Words | null>(null);

/** Gives everything inside it the words of one language. */
export function WordsProvider({ pack, children }: { pack: WordPack; children: ReactNode }) {
  const words = useMemo(() => wordsOf(pack), [pack]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the language the page is in, for components that run in the browser too. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords needs a WordsProvider around it');
  return words;
}
