import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { publicPages } from '@/lib/startup/public-pages';

const routes = {
  staticRoutes: ['/', '/admin', '/history'].map((page) => ({ page, regex: '' })),
  dynamicRoutes: [
    { page: '/incidents/[id]', regex: '^/incidents/([^/]+?)(?:/)?$' },
    { page: '/incidents/[id]/card.png', regex: '^/incidents/([^/]+?)/card\\.png(?:/)?$' },
  ],
};
const files = {
  '/(public)/page': '/',
  '/(public)/history/page': '/history',
  '/(public)/incidents/[id]/page': '/incidents/[id]',
  '/(public)/incidents/[id]/card.png/route': '/incidents/[id]/card.png',
  '/admin/(control)/page': '/admin',
};

test.each([
  ['/', true],
  ['/history', true],
  ['/incidents/abc', true],
  ['/history/', false],
  ['/incidents/abc/', false],
  ['/incidents/abc/card.png', false],
  ['/admin', false],
  ['/nothing', false],
  ['', false],
])('%s is a public page: %s', (path, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'routes-manifest.json'), JSON.stringify(routes));
  writeFileSync(join(folder, 'app-path-routes-manifest.json'), JSON.stringify(files));
  expect(publicPages(folder)(path)).toBe(expected);
});

test('without a build there is none', () => expect(publicPages('/nowhere')('/')).toBe(false));
