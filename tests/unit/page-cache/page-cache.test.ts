import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PageCache } from '@/lib/page-cache/page-cache';
import { type PreparedAnswer, prepareAnswer } from '@/lib/page-cache/prepared-answer';

const minute = 60_000;

let now: number;
let version: string;
let rendered: string[];
/** What the next renders answer; without one they succeed at once. */
let next: (() => Promise<PreparedAnswer | null>) | null;

beforeEach(() => {
  now = 0;
  version = '1';
  rendered = [];
  next = null;
});

const pageOf = (text: string, status = 200) => prepareAnswer(status, {}, text);

async function render(key: string): Promise<PreparedAnswer | null> {
  rendered.push(`${key}@${version}`);
  return next ? next() : pageOf(`${key}@${version}`);
}

const open = (limits?: { entries: number; bytes: number }) =>
  new PageCache({ render, version: () => version, now: () => now, warn: () => {}, limits });

const textOf = async (page: Promise<PreparedAnswer | null>) =>
  (await page)?.codings.identity.bytes.toString();

/** A render that ends when it is told to. */
function held() {
  const ends: (() => void)[] = [];
  next = () => {
    const answer = pageOf(`/@${version}`);
    return new Promise((resolve) => ends.push(() => resolve(answer)));
  };
  return ends;
}

describe('a page', () => {
  it('is rendered once for all who ask, and again at the next version', async () => {
    const cache = open();
    expect(cache.held('/')).toBeNull();
    const [one, two] = await Promise.all([cache.page('/'), cache.page('/')]);
    expect(one).toBe(two);
    expect(cache.held('/')).toBe(one);
    version = '2';
    expect(cache.held('/')).toBeNull();
    expect(await textOf(cache.page('/'))).toBe('/@2');
    expect(rendered).toEqual(['/@1', '/@2']);
  });

  it('that was being rendered when the version changed is rendered again, once, for those who ask since', async () => {
    const cache = open();
    const ends = held();
    const before = textOf(cache.page('/'));
    version = '2';
    const after = [textOf(cache.page('/')), textOf(cache.page('/'))];
    ends[0]?.();
    expect(await before).toBe('/@1');
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.();
    expect(await Promise.all(after)).toEqual(['/@2', '/@2']);
    expect(rendered).toHaveLength(2);
  });

  it('is served once more when it has got old, while the next one is made', async () => {
    const cache = open();
    const first = await cache.page('/');
    now = minute - 1;
    expect(cache.held('/')).toBe(first);
    expect(rendered).toHaveLength(1);
    now = minute;
    expect(cache.held('/')).toBe(first);
    await vi.waitFor(() => expect(cache.held('/')).not.toBe(first));
    expect(rendered).toHaveLength(2);
  });

  it('that nobody asked for in a long time is rendered before it is served', async () => {
    const cache = open();
    await cache.page('/');
    now = 2 * minute;
    expect(cache.held('/')).toBeNull();
    expect(rendered).toHaveLength(1);
  });

  it('of the version before is served where the new one takes long', async () => {
    const cache = open();
    await cache.page('/');
    version = '2';
    const ends = held();
    expect(await textOf(cache.page('/'))).toBe('/@1');
    ends[0]?.();
    await vi.waitFor(() => expect(cache.held('/')).not.toBeNull());
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no database'))],
    ['is an error', () => pageOf('sorry', 500)],
  ])(
    'of the version before is served where the new one %s, and is not asked for again at once',
    async (_, broken) => {
      const cache = open();
      await cache.page('/');
      version = '2';
      next = broken;
      expect(await textOf(cache.page('/'))).toBe('/@1');
      expect(await textOf(cache.page('/'))).toBe('/@1');
      expect(rendered).toHaveLength(2);
      now = 5_000;
      next = null;
      expect(await textOf(cache.page('/'))).toBe('/@2');
    },
  );

  it.each([404, 500, 307])('that answers %s is given to those who wait, and not kept', async (status) => {
    const cache = open();
    next = () => pageOf('', status);
    expect((await cache.page('/'))?.status).toBe(status);
    expect(cache.held('/')).toBeNull();
  });

  it('that has gone is forgotten', async () => {
    const cache = open();
    await cache.page('/');
    version = '2';
    next = () => pageOf('', 404);
    expect((await cache.page('/'))?.status).toBe(404);
    version = '1';
    expect(cache.held('/')).toBeNull();
  });

  it("that is somebody's own is nobody else's", async () => {
    const cache = open();
    next = async () => null;
    expect(await cache.page('/')).toBeNull();
    expect(cache.held('/')).toBeNull();
  });
});

describe('after a publish', () => {
  it('what was asked for within a minute is rendered anew, the last asked for first', async () => {
    const cache = open();
    for (const key of ['/old', '/a', '/b']) await cache.page(key);
    now = minute - 1;
    for (const key of ['/b', '/a']) cache.held(key);
    now = minute;
    version = '2';
    rendered = [];
    await cache.refresh();
    expect(rendered).toEqual(['/a@2', '/b@2']);
    expect(cache.held('/a')?.codings.identity.bytes.toString()).toBe('/a@2');
    await cache.refresh();
    expect(rendered).toHaveLength(2);
  });

  it('a page that fails keeps no other from being rendered', async () => {
    const cache = open();
    for (const key of ['/a', '/b']) await cache.page(key);
    version = '2';
    next = () => Promise.reject(new Error('no'));
    await cache.refresh();
    expect(rendered.slice(2)).toEqual(['/b@2', '/a@2']);
  });
});

describe('what is kept', () => {
  it('is bounded in number, and what was asked for longest ago goes first', async () => {
    const cache = open({ entries: 2, bytes: 1_000_000 });
    for (const key of ['/a', '/b', '/a', '/c']) await cache.page(key);
    expect(['/a', '/b', '/c'].map((key) => cache.held(key) !== null)).toEqual([true, false, true]);
  });

  it('is bounded in bytes, every coding counted', async () => {
    const cache = open({ entries: 100, bytes: 1_000 });
    next = () => pageOf('x'.repeat(400));
    for (const key of ['/a', '/b', '/c']) await cache.page(key);
    expect(['/a', '/b', '/c'].map((key) => cache.held(key) !== null)).toEqual([false, true, true]);
  });

  it('holds nothing that is larger than all it may keep', async () => {
    const cache = open({ entries: 100, bytes: 1_000 });
    next = () => pageOf('x'.repeat(2_000));
    expect(await cache.page('/')).not.toBeNull();
    await sleep(0);
    expect(cache.held('/')).toBeNull();
  });
});
