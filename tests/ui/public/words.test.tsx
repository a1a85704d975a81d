import { cleanup, render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IncidentContent } from '@/app/(public)/_status/incident-content';
import { PostMortem } from '@/app/(public)/_status/post-mortem';
import { StatusContent } from '@/app/(public)/_status/status-content';
import ErrorPage from '@/app/(public)/error';
import type { StatusSnapshot } from '@/lib/contracts/live-state';
import { catalogue } from '@/lib/words/catalogue';
import { apiDown, pastIncidents } from '../../support/status-cast';
import { snapshot } from '../../support/status-fixtures';
import { scenes } from '../../support/status-scenes';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

const renderedAt = Date.parse('2026-11-20T12:00:00.000Z');
const stream = withFakeStream();
beforeEach(() => {
  vi.useFakeTimers({ now: renderedAt, toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.head.replaceChildren();
});

const page = (given: StatusSnapshot) => <StatusContent snapshot={given} renderedAt={renderedAt} />;

it.each([...catalogue.keys()])('in %s every scene has all that its sentences ask for', (language) => {
  for (const scene of Object.values(scenes)) {
    expect(() => renderToString(inLanguage(page(scene()), language))).not.toThrow();
  }
});

/** What people wrote, in no language's letters; what programs read stays. */
function withoutWords<T>(given: T): T {
  const theirs = /^(name|title|body|description|groupName)$/;
  return JSON.parse(JSON.stringify(given), (key, value) =>
    theirs.test(key) && typeof value === 'string' ? '＊' : value,
  );
}

/** Latin words that are read or heard, in the Japanese page: they did not come from its messages. */
function strayWords(): string[] {
  const heard = [...document.querySelectorAll('[aria-label], [title], [alt]')].flatMap((element) =>
    ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  );
  for (const otherLanguages of document.querySelectorAll('[lang]')) otherLanguages.remove();
  const read = document.body.textContent ?? '';
  return [document.title, read, ...heard].join('\n').match(/\b(?!UTC\b)[A-Za-z]{2,}/g) ?? [];
}

it('no word of the page is outside the messages', () => {
  const several = scenes.several?.() ?? snapshot();
  const given = withoutWords({
    ...several,
    history: pastIncidents,
    state: { ...several.state, stale: true },
  });
  const serviceNames = Object.fromEntries(Object.keys(given.serviceNames).map((id) => [id, '＊']));
  render(inLanguage(page({ ...given, serviceNames } as StatusSnapshot), 'ja'));
  stream.open();
  stream.state(withoutWords({ ...snapshot().state, revision: 42 }));
  expect(document.querySelector('[data-testid=announcement]')?.textContent).toContain('正常に戻りました');
  expect(strayWords()).toEqual([]);
});

it('nor of an incident’s own page, nor of the one that says that there is none', () => {
  const view = withoutWords({ page: snapshot().page, incident: apiDown });
  const publishedAt = new Date(renderedAt).toISOString();
  const incident = (
    <IncidentContent
      view={{ ...view, serviceNames: {} }}
      postMortem={<PostMortem publishedAt={publishedAt}>＊</PostMortem>}
      renderedAt={renderedAt}
    />
  );
  const { unmount } = render(inLanguage(incident, 'ja'));
  expect(strayWords()).toEqual([]);
  unmount();
  render(inLanguage(<ErrorPage reset={() => {}} />, 'ja'));
  expect(document.body.textContent).toContain('再試行');
  expect(strayWords()).toEqual([]);
});
