import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const docs = readFileSync('docs/branding.md', 'utf8');
const rows = docs.split('\n').filter((line) => line.startsWith('| `'));
const named = (pattern: RegExp) =>
  rows.flatMap((row) => [...row.matchAll(pattern)].map(([, name = '']) => name));

test('every class that custom CSS may rely on is on a public page, and the other way round', () => {
  const sources = readdirSync('app/(public)', { recursive: true })
    .map((file) => `app/(public)/${file}`)
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(file, 'utf8'));
  const used = sources.flatMap((source) => source.match(/\bsb-[a-z-]+/g) ?? []);
  expect(named(/`\.(sb-[a-z-]+)`/g).toSorted()).toEqual([...new Set(used)].toSorted());
});

test('every token that custom CSS may set is one of ours', () => {
  const css = readFileSync('app/globals.css', 'utf8');
  const tokens = named(/`(--[a-z-]+)`/g);
  expect(tokens.length).toBeGreaterThan(10);
  expect(tokens.filter((token) => !css.includes(`  ${token}:`))).toEqual([]);
});
