import format, { type FormatOptions } from 'icu-minify/format';
import type { WordKey } from './catalogue';
import type { WordPack } from './word-pack';

export type { WordKey };

/** What stands in for a message's `{placeholders}`. */
export type WordValues = Record<string, string | number>;

/** Everything a part of the page needs in order to speak one language. */
export type Words = Omit<WordPack, 'messages'> & {
  /** A message in words. Texts among the values keep their own direction within it. */
  t(key: WordKey, values?: WordValues): string;
  /** A message in pieces: its text, and what `tags` makes of each `<tag>`. */
  parts<T>(key: WordKey, tags: Record<string, () => T>, values?: WordValues): (string | T)[];
};

/** The words of a language, from its pack. Runs in the browser and on the server. */
export function wordsOf({ messages, ...language }: WordPack): Words {
  const { locale, direction } = language;
  const read = <T>(key: WordKey, values: WordValues, tags: Record<string, () => T>) =>
    format<T>(messages[key] ?? key, locale, { ...isolated(values, direction), ...tags }, { formatters });
  return {
    ...language,
    t: (key, values = {}) => String(read(key, values, {})),
    parts: (key, tags, values = {}) => [read(key, values, tags)].flat() as never,
  };
}

const rightToLeft = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u;

/**
 * Texts between Unicode's isolates, wherever they could run against the sentence around them: a name of the other
 * direction would else carry the colon behind it away.
 */
function isolated(values: WordValues, direction: 'ltr' | 'rtl'): WordValues {
  const needsIsolation = (text: string) => direction === 'rtl' || rightToLeft.test(text);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && needsIsolation(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
}

/** Making one of Intl's formatters costs a hundred times what using it does. */
function remember<Options, Formatter>(make: (locale: string, options?: Options) => Formatter) {
  const made = new Map<string, Formatter>();
  return (locale: unknown, options?: Options): Formatter => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const formatter = made.get(key) ?? make(String(locale), options);
    made.set(key, formatter);
    return formatter;
  };
}

const formatters: FormatOptions['formatters'] = {
  getDateTimeFormat: remember((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getNumberFormat: remember((locale, options) => new Intl.NumberFormat(locale, options)),
  getPluralRules: remember((locale, options) => new Intl.PluralRules(locale, options)),
};
