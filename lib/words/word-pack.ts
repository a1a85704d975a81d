import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';
import { catalogue, defaultLanguage, type Messages, type WordKey } from './catalogue';

/** One language, ready for the browser: its messages are parsed, so that no parser has to travel with them. */
export type WordPack = {
  language: string;
  /** What Intl is asked for: the language, and which digits it is written with. */
  locale: string;
  direction: 'ltr' | 'rtl';
  messages: Record<string, CompiledMessage>;
  /** Every language by its own name, for the switch. */
  languages: { language: string; name: string; direction: 'ltr' | 'rtl' }[];
};

const packs = new Map<string, WordPack>();

/** The pack of a language, made at the first call; English for a language that we don't have. */
export function wordPack(language: string): WordPack {
  const messages = catalogue.get(language);
  if (!messages) return wordPack(defaultLanguage);
  const pack = packs.get(language) ?? makePack(language, messages);
  packs.set(language, pack);
  return pack;
}

function makePack(language: string, messages: Messages): WordPack {
  const compiled = Object.entries(messages).map(([key, message]) => [key, compile(message)]);
  return {
    language,
    locale: messages['language.locale'],
    direction: directionOf(messages),
    // By way of JSON, because React passes no objects without a prototype to the browser.
    messages: JSON.parse(JSON.stringify(Object.fromEntries(compiled))),
    languages: [...catalogue].map(([language, messages]) => ({
      language,
      name: messages['language.name' satisfies WordKey],
      direction: directionOf(messages),
    })),
  };
}

function directionOf(messages: Messages): 'ltr' | 'rtl' {
  return messages['language.direction'] === 'rtl' ? 'rtl' : 'ltr';
}
