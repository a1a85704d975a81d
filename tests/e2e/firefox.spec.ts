import { expect, expectConnection, expectWords, openLiveTab, test } from './firefox-fixtures';

test('in Firefox, tabs share one stream, change without a reload, and outlive the one that held it', async ({
  firefox,
  front,
  publisher,
}) => {
  test.slow();
  const tabs = [];
  for (let n = 0; n < 3; n++) tabs.push(await openLiveTab(firefox, front.url));
  expect(front.open).toBe(1);
  for (const tab of tabs) await tab.evaluate(() => Object.assign(window, { wasHereBefore: true }));
  const first = await publisher.open('Firefox sees it', 'Words.');
  await expectWords(tabs, 'Firefox sees it');
  for (const tab of tabs) expect(await tab.evaluate(() => 'wasHereBefore' in window)).toBe(true);

  await tabs.shift()?.close();
  const second = await publisher.open('Firefox goes on', 'Words.');
  await expectWords(tabs, 'Firefox goes on');
  await expect.poll(() => front.open).toBe(1);
  for (const tab of tabs) {
    await expectConnection(tab, 'live');
    await tab.close();
  }
  await publisher.remove(first);
  await publisher.remove(second);
});

test('in Firefox, the page resumes after a restart, and nothing that was published is missed', async ({
  firefox,
  front,
  publisher,
}) => {
  test.slow();
  const tab = await openLiveTab(firefox, front.url);
  await publisher.app.stop();
  await expectConnection(tab, 'reconnecting');
  await publisher.app.restart();
  const id = await publisher.open('While Firefox waited', 'One.');
  await publisher.update(id, { status: 'identified', body: 'Two.' });
  await expectConnection(tab, 'live', 35_000);
  await expectWords([tab], 'While Firefox waited', 'One.', 'Two.');
  await tab.close();
  await publisher.remove(id);
});
