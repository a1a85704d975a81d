import { expect, expectIncident, expectLive, openTabs, test } from './tabs-fixtures';

test.use({ expectedErrors: /ERR_|status of 50[23]/ });

test('eight tabs are live by one stream, and stay so when the one that held it is closed', async ({
  context,
  front,
  publisher,
}) => {
  test.slow();
  const tabs = await openTabs(context, 8);
  expect(front.open).toBe(1);
  expect(front.asked).toHaveLength(1);
  const first = await publisher.open('Eight see it', 'Words.');
  await expectIncident(tabs, 'Eight see it');

  await tabs.shift()?.close();
  const second = await publisher.open('Seven see it', 'Words.');
  await expectIncident(tabs, 'Seven see it');
  await Promise.all(tabs.map((tab) => expectLive(tab)));
  expect(front.open).toBe(1);

  await publisher.app.stop();
  for (const tab of tabs)
    await expect(tab.getByTestId('connection')).toHaveAttribute('data-connection', 'reconnecting');
  await publisher.app.restart();
  await publisher.remove(first);
  await publisher.remove(second);
  const third = await publisher.open('After the restart', 'Words.');
  await expectIncident(tabs, 'After the restart', 35_000);
  for (const tab of tabs) {
    await expectLive(tab);
    await expect(tab.getByRole('article', { name: 'Eight see it' })).toBeHidden();
  }
  expect(front.open).toBe(1);
  await publisher.remove(third);
});

test('a tab that crashes with the stream is replaced at once', async ({ context, front, publisher }) => {
  const [leader, ...others] = await openTabs(context, 3);
  front.forget();
  if (!leader) throw new Error('There is no tab.');
  const devtools = await context.newCDPSession(leader);
  const crashed = leader.waitForEvent('crash');
  // A tab that crashes gives no answer.
  devtools.send('Page.crash').catch(() => {});
  await crashed;
  const id = await publisher.open('After the crash', 'Words.');
  await expectIncident(others, 'After the crash');
  for (const tab of others) await expectLive(tab);
  await expect.poll(() => front.open).toBe(1);
  await publisher.remove(id);
});

test('a page that nobody looked at for five minutes closes its stream, and catches up when seen', async ({
  page,
  front,
  publisher,
}) => {
  await page.clock.install();
  await page.goto('/');
  await expectLive(page);
  const look = (state: 'hidden' | 'visible') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await look('hidden');
  await page.clock.fastForward('04:50');
  // No ping came in the minutes that the clock leapt over: it has opened the stream again.
  await expect.poll(() => front.open).toBe(1);
  await page.clock.fastForward('00:11');
  await expect.poll(() => front.open).toBe(0);
  const id = await publisher.open('Nobody looks', 'Words.');
  await look('visible');
  await expect(page.getByRole('article', { name: 'Nobody looks' })).toBeVisible();
  await expectLive(page);
  await publisher.remove(id);
});
