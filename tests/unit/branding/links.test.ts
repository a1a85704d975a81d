import { describe, expect, it } from 'vitest';
import { linesOf, parseLinks, toHref } from '@/lib/domain/branding-links';

describe('an address', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['http://example.com/a?b#c', 'http://example.com/a?b#c'],
    ['mailto:help@example.com', 'mailto:help@example.com'],
    ['help@example.com', 'mailto:help@example.com'],
    ['/history?month=2026-11#top', '/history?month=2026-11#top'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
  ])('%j is followed', (text, href) => expect(toHref(text)).toBe(href));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,hi',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'example.com',
    'https://',
    'mailto:',
    '',
  ])('%j is refused', (text) => expect(toHref(text)).toBeNull());
});

describe('links', () => {
  it('are read from lines of words with the address at their end, and written back', () => {
    const text = 'Terms of service https://example.com/terms\r\n\n  History   /history ';
    const found = parseLinks(text, 6);
    expect(found).toEqual({
      links: [
        { label: 'Terms of service', href: 'https://example.com/terms' },
        { label: 'History', href: '/history' },
      ],
    });
    if ('links' in found) expect(parseLinks(linesOf(found.links), 6)).toEqual(found);
  });

  it.each([
    ['Docs https://example.com\nEvil javascript:alert(1)', /^Line 2: end it with/],
    ['https://example.com', /^Line 1: write the words/],
    [`${'x'.repeat(61)} https://example.com`, /^Line 1: keep the words under/],
    ['a /a\nb /b\nc /c', /^Keep it to 2 links/],
  ])('%j are refused in words', (text, words) => {
    const found = parseLinks(text, 2);
    expect('problem' in found && found.problem).toMatch(words);
  });
});
