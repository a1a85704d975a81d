import type { ReactNode } from 'react';
import { WordsProvider } from '@/app/_words/words-provider';
import { wordPack } from '@/lib/words/word-pack';
import { wordsOf } from '@/lib/words/words';

/** The words of a language, English unless told. */
export const wordsIn = (language = 'en') => wordsOf(wordPack(language));

/** A part of the page as the layout would have it: with the words of a language. */
export function inLanguage(element: ReactNode, language = 'en') {
  return <WordsProvider pack={wordPack(language)}>{element}</WordsProvider>;
}
