import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOfReferer } from '@/lib/words/path-of-referer';

test.each([
  ['https://status.example.com/', '/'],
  ['https://status.example.com/incidents/x?from=mail#updates', '/incidents/x?from=mail'],
  ['https://evil.example//evil.example/x', '/evil.example/x'],
  ['https://evil.example/\\evil.example/x', '/evil.example/x'],
  ['https://evil.example///\\//evil.example', '/evil.example'],
  ['javascript://%0aalert(1)', '/'],
  ['data:text/html,//evil.example', '/'],
  ['about:client', '/'],
  ['/incidents/x', '/'],
  ['', '/'],
  [null, '/'],
])('%j leads to %s', (referer, path) => expect(pathOfReferer(referer)).toBe(path));

test('whatever it says, it leads to this site', () => {
  const tricky = fc.string({
    unit: fc.constantFrom('/', '\\', 'a', '.', '?', '#', '@', ':', '\t', '\n', '%'),
  });
  const referer = fc.oneof(
    fc.string(),
    fc.webUrl(),
    tricky.map((path) => `https://evil.example/${path}`),
  );
  fc.assert(
    fc.property(referer, (given) => {
      const url = new URL(pathOfReferer(given), 'https://status.example.com');
      expect(url.origin).toBe('https://status.example.com');
    }),
  );
});
