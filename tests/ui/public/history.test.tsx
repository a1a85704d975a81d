import { cleanup, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HistoryContent } from '@/app/(public)/history/_history/history-content';
import type { HistoryEntry, HistoryView } from '@/lib/contracts/history';
import { catalogue } from '@/lib/words/catalogue';
import { apiDown, pastIncidents } from '../../support/status-cast';
import { before as ago, day, hour, maintenance, snapshot } from '../../support/status-fixtures';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

const refresh = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }));

const renderedAt = Date.parse('2026-11-20T12:00:00.000Z');
const stream = withFakeStream();
beforeEach(() => {
  vi.useFakeTimers({ now: renderedAt, toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const upgrade: HistoryEntry = {
  kind: 'maintenance',
  maintenance: {
    ...maintenance('mnt-1', 'Database upgrade', { status: 'completed', scheduledStartAt: ago(21 * day) }),
    startedAt: ago(21 * day),
    completedAt: ago(21 * day - 2 * hour),
  },
};
const nothingAsked = { q: '', service: '', impact: '', kind: '', month: '' };

function view(more: Partial<HistoryView> = {}): HistoryView {
  const { page, serviceNames } = snapshot();
  const incidents = pastIncidents.map((incident): HistoryEntry => ({ kind: 'incident', incident }));
  return {
    page,
    entries: [...incidents, upgrade],
    older: null,
    newer: null,
    asked: nothingAsked,
    unread: [],
    services: [{ slug: 'api', name: 'API' }],
    months: ['2026-11', '2026-10'],
    serviceNames,
    isPartial: false,
    ...more,
  };
}

const show = (more: Partial<HistoryView> = {}, language = 'en') =>
  render(inLanguage(<HistoryContent view={view(more)} renderedAt={renderedAt} />, language));
const titles = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

describe('the history', () => {
  it('stands under months, with how bad it was, how long, and what was hit', () => {
    show();
    const months = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(months).toEqual(['November 2026', 'October 2026']);
    const october = within(screen.getByRole('region', { name: 'October 2026' }));
    expect(october.getByRole('link', { name: 'Database upgrade' }).getAttribute('href')).toBe(
      '/maintenance/mnt-1',
    );
    expect(october.getByText('took 2 h')).toBeTruthy();
    expect(screen.getByText('lasted 38 min')).toBeTruthy();
  });

  it('is a form and links before any JavaScript runs, which keep what was asked for', () => {
    const asked = { ...nothingAsked, q: 'late & slow', kind: 'incident' };
    const html = renderToString(
      inLanguage(
        <HistoryContent
          view={view({ asked, older: '1000-abc', newer: '2000-def' })}
          renderedAt={renderedAt}
        />,
      ),
    );
    const form = new DOMParser().parseFromString(html, 'text/html');
    expect(form.querySelector('form')?.getAttribute('action')).toBe('/history');
    expect(form.querySelector<HTMLInputElement>('input[name=q]')?.value).toBe('late & slow');
    expect(form.querySelector<HTMLSelectElement>('select[name=kind]')?.value).toBe('incident');
    const older = new URL(form.querySelector('a[rel=next]')?.getAttribute('href') ?? '', 'http://page');
    expect(Object.fromEntries(older.searchParams)).toEqual({
      q: 'late & slow',
      kind: 'incident',
      before: '1000-abc',
    });
    const newer = new URL(form.querySelector('a[rel=prev]')?.getAttribute('href') ?? '', 'http://page');
    expect(newer.searchParams.get('after')).toBe('2000-def');
  });

  it.each<[string, Partial<HistoryView>]>([
    ['Nothing has happened yet', {}],
    ['Nothing matches', { asked: { ...nothingAsked, q: 'zebra' } }],
    ['There is nothing older', { newer: '1000-abc' }],
    ['Older entries cannot be read right now', { isPartial: true }],
    ['was left out: impact', { unread: ['impact'] }],
  ])('says why it is empty, or less than asked for: %s', (words, more) => {
    show({ entries: [], ...more });
    expect(screen.getByText(words, { exact: false })).toBeTruthy();
  });

  it.each([...catalogue.keys()])('has all its words in %s', (language) => {
    expect(() =>
      show({ older: '1-a', newer: '2-b', unread: ['q'], isPartial: true }, language),
    ).not.toThrow();
  });
});

describe('the history, live', () => {
  const opened = (revision: number) => ({ ...snapshot({ incidents: [apiDown] }).state, revision });

  it('begins with an incident that was opened meanwhile, and follows it', () => {
    show();
    stream.open();
    stream.state(opened(42));
    expect(titles()[0]).toBe(apiDown.title);
    expect(screen.getByText('Identified', { selector: 'strong' })).toBeTruthy();
    const resolved = { ...apiDown, status: 'resolved', resolvedAt: ago(0) };
    stream.state({ ...opened(43), incidents: [resolved as typeof apiDown] });
    expect(screen.queryByText('Identified', { selector: 'strong' })).toBeNull();
    expect(titles()).toHaveLength(5);
  });

  it('begins with work that began meanwhile, and asks what became of it once it has ended', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response(null)));
    show();
    stream.open();
    const work = maintenance('mnt-2', 'Ledger migration', {
      status: 'in_progress',
      scheduledStartAt: ago(hour),
      scheduledEndAt: ago(-hour),
    });
    stream.state({ ...snapshot({ maintenances: [work] }).state, revision: 42 });
    expect(titles()[0]).toBe('Ledger migration');
    expect(screen.getByText('In progress', { selector: 'strong' })).toBeTruthy();
    cleanup();
    show({
      entries: [{ kind: 'maintenance', maintenance: { ...work, startedAt: ago(hour), completedAt: null } }],
    });
    stream.open();
    stream.state({ ...snapshot().state, revision: 43 });
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce(), 5_000);
  });

  it('leaves a part of it as it was asked for', () => {
    show({ asked: { ...nothingAsked, service: 'api' } });
    stream.open();
    stream.state(opened(42));
    expect(titles()).toHaveLength(4);
  });

  it('leaves out what was removed, and renames what was renamed', () => {
    show();
    stream.open();
    stream.state({ ...snapshot().state, revision: 42 });
    const [first, second] = pastIncidents;
    stream.event('incident.removed', { revision: 43, incident: first });
    stream.event('incident.updated', {
      revision: 44,
      incident: { ...second, title: 'Nobody could sign in' },
    });
    expect(titles()).toEqual(['Nobody could sign in', 'Card payments were declined', 'Database upgrade']);
  });
});
