import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app';
import { collectOutput, end, waitUntilReady } from '../support/child';
import { freePort } from '../support/free-port';
import { createTestDatabase } from '../support/postgres';
import { noteProcess } from '../support/test-run';

/** What a page may load beyond what any page of this version of Next loads, gzipped. */
const budgetBytes = 30_000;

const next = join(process.cwd(), 'node_modules/next/dist/bin/next');
let empty: Awaited<ReturnType<typeof startEmptyApp>>;
let app: TestApp;
let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
  [empty, app] = await Promise.all([startEmptyApp(), startApp({ env: { DATABASE_URL: database.url } })]);
}, 180_000);
afterAll(async () => {
  await Promise.all([empty?.stop(), app?.stop()]);
  await database?.drop();
});

/** Builds and serves an app of one page that says a word. */
async function startEmptyApp() {
  // Within the checkout, where its packages are found.
  mkdirSync('tests/.output', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'tests/.output/empty-app-'));
  mkdirSync(join(folder, 'app'));
  const files = {
    'package.json': '{ "type": "module" }',
    'next.config.js': `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
    'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
    'app/page.js': "export const dynamic = 'force-dynamic';\nexport default () => <p>empty</p>;",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const run = (...args: string[]) => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, [next, ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    noteProcess(child.pid);
    return { child, output: collectOutput(child) };
  };
  const build = run('build');
  const code = await new Promise((resolve) => build.child.on('close', resolve));
  if (code !== 0) throw new Error(build.output());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { child, output } = run('start', '-p', `${port}`, '-H', '127.0.0.1');
  await waitUntilReady(child, output, async () => (await fetch(url)).ok);
  const stop = async () => {
    await end(child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** The scripts that a page loads at first, by their gzipped bytes. Old browsers' own are left out. */
async function scriptsOf(origin: string, path = '/'): Promise<Map<string, number>> {
  const html = await (await fetch(origin + path)).text();
  const tags = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const addresses = tags
    .filter((attributes) => !/nomodule/i.test(attributes))
    .flatMap((attributes) => /src="([^"]+)"/.exec(attributes)?.[1] ?? []);
  const sizes = [...new Set(addresses)].map(async (address) => {
    const script = await (await fetch(origin + address)).text();
    return [address, gzipSync(script, { level: 9 }).length] as const;
  });
  return new Map(await Promise.all(sizes));
}

const sum = (scripts: Map<string, number>) => [...scripts.values()].reduce((total, size) => total + size, 0);

it('the page loads little more JavaScript than an empty page of Next', async () => {
  const [nothing, page] = [await scriptsOf(empty.url), await scriptsOf(app.url)];
  // Neither is a page whose scripts were not found.
  expect(Math.min(nothing.size, page.size)).toBeGreaterThan(3);
  const scripts = Object.fromEntries(page);
  expect(sum(page) - sum(nothing), JSON.stringify(scripts, null, 2)).toBeLessThanOrEqual(budgetBytes);
});

it('and no Markdown', async () => {
  for (const address of (await scriptsOf(app.url)).keys())
    expect(await (await fetch(app.url + address)).text()).not.toContain('disableParsingRawHTML');
});
