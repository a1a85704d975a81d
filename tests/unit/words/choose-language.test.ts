import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { catalogue } from '@/lib/words/catalogue';
import { chooseLanguage } from '@/lib/words/choose-language';

const languages = [...catalogue.keys()];
const accepting = (acceptLanguage?: string) => chooseLanguage({ acceptLanguage });

describe('what the browser accepts', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['de', 'de'],
    ['DE-ch', 'de'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['en;q=0.5, es;q=0.8', 'es'],
    ['de;q=0.8,fr;q=0.8', 'de'],
    ['qaa, qab;q=0.9', 'en'],
    ['qaa, ja;q=0.1', 'ja'],
    ['ar-EG-u-nu-arab, en;q=0.9', 'ar'],
    ['de-Latn-DE-1996', 'de'],
    ['de-x-private', 'de'],
    // Whoever wants British English rather has American English than German.
    ['en-GB, de;q=0.9, en;q=0.8', 'en'],
    ['*, de;q=0.5', 'en'],
    ['qaa, *;q=0.5, de;q=0.1', 'en'],
  ])('%j is answered in %s', (header, language) => expect(accepting(header)).toBe(language));

  it.each([
    ['de;q=0', 'en'],
    ['de-AT, de;q=0', 'en'],
    ['de;q=0, fr;q=0.1', 'fr'],
    ['de;q=0.000, *', 'en'],
    ['en;q=0, de', 'de'],
  ])('%j refuses a language, and is answered in %s', (header, language) =>
    expect(accepting(header)).toBe(language),
  );

  it('English is refused like any other, as long as there is another', () => {
    expect(accepting('en;q=0')).not.toBe('en');
    expect(accepting(languages.map((language) => `${language};q=0`).join(','))).toBe('en');
  });

  it('a header longer than any browser’s is left unread', () =>
    expect(accepting(`${'x-'.repeat(8_000)}y, de`)).toBe('en'));
});

describe('the visitor’s own choice', () => {
  it.each([
    ['language=de', 'de'],
    ['theme=dark; language=ja; x=1', 'ja'],
    ['theme=dark;language=ja', 'ja'],
    ['language=qaa', 'fr'],
    ['language=', 'fr'],
    ['language=__proto__', 'fr'],
    ['language=DE', 'fr'],
    ['mylanguage=de', 'fr'],
    ['x=language=de', 'fr'],
  ])('the cookie %j in a French browser means %s', (cookie, language) =>
    expect(chooseLanguage({ cookie, acceptLanguage: 'fr' })).toBe(language),
  );
});

const tag = fc.oneof(
  fc.constantFrom(...languages, 'qaa', 'zh-Hant-TW', 'de-AT', 'EN-gb', 'x', '*', ''),
  fc.stringMatching(/^[a-zA-Z]{1,8}(-[a-z0-9]{1,8}){0,3}$/),
);
const headerOf = (...qualities: string[]) =>
  fc.array(
    fc.tuple(tag, fc.constantFrom(...qualities)).map((pair) => pair.join('')),
    { maxLength: 12 },
  );
const anything = fc.oneof(
  headerOf('', ';q=1', ';q=0', ';q=0.5', ';q=-1', ';q=2', ';q=x', ';q', '; Q=0.3').map((parts) =>
    parts.join(', '),
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
);

test('whatever is sent, the answer is a language that we have', () => {
  fc.assert(
    fc.property(anything, anything, (cookie, acceptLanguage) => {
      expect(languages).toContain(chooseLanguage({ cookie, acceptLanguage }));
    }),
  );
});

test('a refused language is never the answer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), headerOf('', ';q=1', ';q=0.3'), (refused, parts) => {
      const others = parts.filter((part) => part.split(';')[0]?.toLowerCase() !== refused);
      expect(accepting([...others, `${refused};q=0`].join(', '))).not.toBe(refused);
    }),
  );
});
