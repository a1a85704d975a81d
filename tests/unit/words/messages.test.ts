import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compile from 'icu-minify/compile';
import { describe, expect, it } from 'vitest';
import { catalogue, type Messages, type WordKey } from '@/lib/words/catalogue';

const english = catalogue.get('en') as Messages;
const keys = Object.keys(english).sort() as WordKey[];

/** What icu-minify calls the kinds of a placeholder: `[name, kind, options]`. A tag is `[name, ...children]`. */
const [select, plural, ordinal, number] = [1, 2, 3, 4];
const kinds = [select, plural, ordinal, number];
type Facts = { placeholders: Set<string>; selects: Set<string>; plurals: string[][] };

function factsOf(message: string): Facts {
  const facts: Facts = { placeholders: new Set(), selects: new Set(), plurals: [] };
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, type, options] = node;
    const isTag = type !== undefined && !kinds.includes(type);
    facts.placeholders.add(isTag ? `<${name}>` : `{${name}}`);
    if (isTag) visitAll(node.slice(1));
    else if (type === select)
      for (const option of Object.keys(options)) facts.selects.add(`${name} ${option}`);
    else if (type === plural || type === ordinal) facts.plurals.push(Object.keys(options));
    if (!isTag) for (const branch of Object.values(options ?? {})) visitAll(branch);
  };
  const visitAll = (nodes: unknown): void => {
    if (Array.isArray(nodes)) for (const node of nodes) visit(node);
  };
  visitAll(compile(message));
  return facts;
}

/** The plural categories that a language puts the numbers of a status page into. */
function categoriesOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))];
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe.each([...catalogue])('the messages in %s', (language, messages) => {
  it('are all there, and no others', () => expect(Object.keys(messages).sort()).toEqual(keys));

  it('say what the language is', () => {
    expect(messages['language.name'].trim()).not.toBe('');
    expect(messages['language.direction']).toMatch(/^(ltr|rtl)$/);
    expect(new Intl.Locale(messages['language.locale']).baseName).toBe(language);
  });

  it.each(keys)('%s is ICU MessageFormat, with the placeholders and choices of the English', (key) => {
    const [theirs, ours] = [factsOf(messages[key]), factsOf(english[key])];
    expect(theirs.placeholders).toEqual(ours.placeholders);
    expect(theirs.selects).toEqual(ours.selects);
    for (const given of theirs.plurals) {
      // A message that says the same for every number may leave the categories to `other`.
      const isOneForAll = given.every((category) => category === 'other' || category.startsWith('='));
      expect(given).toEqual(expect.arrayContaining(isOneForAll ? ['other'] : categoriesOf(language)));
    }
  });
});

it('every message is said somewhere', () => {
  const code = [...sources('app'), ...sources('lib')].join('\n');
  const said = (key: string) => {
    const family = key.slice(0, key.indexOf('.') + 1);
    return [`'${key}'`, `"${key}"`, `\`${family}\${`].some((words) => code.includes(words));
  };
  expect(keys.filter((key) => !said(key))).toEqual([]);
});

it('a mistake in a file is noticed', () => {
  expect(() => compile('{count, plural, one {# service}')).toThrow();
  expect(() => compile('{count, plural, one {# service}}')).toThrow();
  expect(factsOf('since <from></from>, {a} {n, plural, other {{b}}}').placeholders).toEqual(
    new Set(['<from>', '{a}', '{n}', '{b}']),
  );
});
