import { expect, test } from './visitor-fixtures';

const looks = ['', '?style=compact', '?theme=dark', '?style=compact&theme=dark'];

test('badges are images that a browser draws, wider for more words', async ({ page, publisher }) => {
  const id = await publisher.open('Sign-in fails', 'We look.', { API: 'degraded_performance' });
  await page.goto('/docs/api');
  const widthOf = (path: string) =>
    page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, path);
  for (const path of ['/badge.svg', '/services/api/badge.svg']) {
    const sizes = await Promise.all(looks.map((look) => widthOf(`${path}${look}`)));
    const [flat = [], compact = []] = sizes;
    expect(sizes).toEqual([flat, compact, flat, compact]);
    expect(flat[0]).toBeGreaterThan(compact[0] ?? 0);
    expect(compact[0]).toBeGreaterThan(100);
    expect(flat[1]).toBe(20);
  }
  await publisher.remove(id);
});

test('the words of a badge stand within it, whatever font there is', async ({ page, publisher }) => {
  for (const path of ['/badge.svg', '/services/api/badge.svg?style=compact']) {
    await page.goto(`${publisher.app.url}${path}`);
    const outside = await page.evaluate(() => {
      const right = document.documentElement.getBoundingClientRect().right;
      const texts = [...document.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
      return texts.filter((box) => box.left < 0 || box.right > right).length;
    });
    expect(outside).toBe(0);
    await expect(page.locator('svg')).toHaveAccessibleName(/^.+: .+$/);
  }
});
