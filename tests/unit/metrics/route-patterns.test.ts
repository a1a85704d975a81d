import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { routePatterns } from '@/lib/startup/route-patterns';

const manifest = {
  staticRoutes: ['/', '/_not-found', '/admin', '/incidents/new'].map((page) => ({ page, regex: '' })),
  dynamicRoutes: [
    { page: '/incidents/[id]', regex: '^/incidents/([^/]+?)(?:/)?$' },
    { page: '/api/v1/[...unknown]', regex: '^/api/v1/(.+?)(?:/)?$' },
  ],
};

test.each([
  ['/', '/'],
  ['/admin', '/admin'],
  ['/admin/', '/admin'],
  ['/incidents/new', '/incidents/new'],
  ['/incidents/abc', '/incidents/[id]'],
  ['/incidents/../../etc', 'other'],
  ['/api/v1/a/b/c', '/api/v1/[...unknown]'],
  ['/_next/static/chunks/1.js', '/_next'],
  ['/_not-found', 'other'],
  ['/favicon.ico', 'other'],
  ['', 'other'],
])('%s counts as %s', (path, pattern) => {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-routes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'routes-manifest.json');
  writeFileSync(file, JSON.stringify(manifest));
  expect(routePatterns(file)(path)).toBe(pattern);
});

test('without a build every path counts as other', () => {
  expect(routePatterns('/nowhere/routes-manifest.json')('/admin')).toBe('other');
});
