import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { defaultLanguage } from '@/lib/words/catalogue';
import { languageHeader } from '@/lib/words/choose-language';
import { type WordPack, wordPack } from '@/lib/words/word-pack';
import { type Words, wordsOf } from '@/lib/words/words';

/** The pack of the language that the middleware chose for this request. */
export async function getWordPack(): Promise<WordPack> {
  return wordPack((await headers()).get(languageHeader) ?? defaultLanguage);
}

/** The words of the language this request is answered in, for server components. */
export const getWords = cache(async (): Promise<Words> => wordsOf(await getWordPack()));
