import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from '@/app/_ui/markdown';
import { isPlainText, PlainText } from '@/app/_ui/plain-text';

const asMarkdown = (text: string) => renderToStaticMarkup(<Markdown>{text}</Markdown>);
const asPlain = (text: string) => renderToStaticMarkup(<PlainText>{text}</PlainText>);

describe('text without marks', () => {
  it.each([
    'We are looking.',
    'Requests to the API fail since 11:36 UTC; about 5 % of them (mostly writes) are hit.',
    "It's over – we're watching. Re-deployed at 10:05!",
    'First.\n\nSecond, on\ntwo lines.',
    'Alles läuft wieder. すべて正常です。 كل شيء يعمل',
  ])('looks as Markdown shows it: %s', (text) => {
    expect(isPlainText(text)).toBe(true);
    expect(asPlain(text)).toBe(asMarkdown(text));
  });

  it.each([
    ...['**bold**', '_it_', '`code`', '[a](https://b.c)', '- item', '1. item', '# Title', '> said', '| a |'],
    ...[
      'https://example.com',
      'a@example.com',
      '&amp;',
      'a  \nb',
      '---',
      'Title\n---',
      '    code',
      '\\*',
      '<b>',
    ],
  ])('is not: %s', (text) => expect(isPlainText(text)).toBe(false));

  it('never looks different, whatever is written', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        'B',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '.',
        ',',
        ':',
        ';',
        '!',
        '?',
        '-',
        '+',
        '(',
        ')',
        '"',
        "'",
        '/',
        '1',
        '1.',
      ],
      ...[
        'é',
        '語',
        '☑',
        '…',
        '$',
        '%',
        'http',
        'www',
        'x.com',
        '\t',
        '--',
        '==',
        '*',
        '_',
        '~',
        '`',
        '#',
        '\r\n',
        'a)',
        '"b"',
      ],
    );
    const text = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        fc.pre(isPlainText(given));
        expect(asPlain(given)).toBe(asMarkdown(given));
      }),
      { numRuns: 5_000 },
    );
  });
});
