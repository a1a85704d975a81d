import { cleanup, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StatusContent } from '@/app/(public)/_status/status-content';
import { apiDown, pastIncidents, slowMail } from '../../support/status-cast';
import { incident, services, snapshot } from '../../support/status-fixtures';
import { scenes } from '../../support/status-scenes';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

const renderedAt = Date.parse('2026-11-20T12:00:00.000Z');
const stream = withFakeStream();

beforeEach(() => {
  vi.useFakeTimers({
    now: renderedAt,
    toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  document.head.replaceChildren();
});

const show = (given = snapshot()) =>
  render(inLanguage(<StatusContent snapshot={given} renderedAt={renderedAt} />));
const row = (name: string) =>
  document.querySelector(`[data-service="svc-${name.toLowerCase()}"]`) as HTMLElement;
const announced = () => screen.getByTestId('announcement').textContent;
const withApiDown = (revision: number) => ({
  ...snapshot({ services: services({ API: 'major_outage' }), incidents: [apiDown] }).state,
  revision,
});

describe('the page without a browser', () => {
  it.each(Object.keys(scenes))('is whole in the scene %s', (name) => {
    const html = renderToString(
      inLanguage(<StatusContent snapshot={scenes[name]?.() ?? snapshot()} renderedAt={renderedAt} />),
    );
    expect(html).toContain('As of');
    expect(html).toMatch(/<time dateTime="2026-11-20T12:00:00.000Z"[^>]*>Nov 20, 12:00 UTC/);
  });
});

describe('the page at first sight', () => {
  it('says in words how everything is', () => {
    show();
    expect(screen.getByRole('heading', { level: 2, name: 'All systems operational' })).toBeTruthy();
    expect(screen.getByText('All 15 services are working normally.')).toBeTruthy();
    expect(document.title).toBe('Operational · Parkline');
    expect(document.querySelector('link[rel=icon]')?.getAttribute('href')).toBe('/icons/operational.svg');
  });

  it('shows an open incident with its timeline and what each update said of services', () => {
    show(scenes.several?.());
    const card = screen.getByRole('article', { name: 'API requests fail with 503' });
    expect(within(card).getByText('rolling it back', { exact: false })).toBeTruthy();
    expect(within(card).getAllByRole('list', { name: 'Set by this update' })).toHaveLength(2);
    expect(within(card).getByText('Identified', { selector: '[aria-current=step] span' })).toBeTruthy();
  });

  it('shows the worst incident first, whichever came last', () => {
    show(snapshot({ incidents: [slowMail, apiDown] }));
    const titles = screen
      .getAllByRole('article')
      .map((card) => within(card).getByRole('heading').textContent);
    expect(titles).toEqual([apiDown.title, slowMail.title]);
  });

  it('says that it is stale, and since when', () => {
    show(scenes.stale?.());
    expect(screen.getByText('This may be out of date.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: /^Last known: / })).toBeTruthy();
  });

  it('folds quiet days of the past', () => {
    show(snapshot({}, { history: pastIncidents }));
    expect(screen.getByText('Search results were incomplete')).toBeTruthy();
    expect(screen.getAllByText(/^No incidents/)).toHaveLength(3);
  });
});

describe('the page live', () => {
  it('shows a change in place, announces it in words and tells the tab', () => {
    show();
    stream.open();
    stream.state(withApiDown(42));
    expect(row('API').dataset.status).toBe('major_outage');
    expect(row('API').className).toContain('animate-notice');
    expect(screen.getByRole('article', { name: 'API requests fail with 503' })).toBeTruthy();
    expect(announced()).toBe('API: major outage. New incident: API requests fail with 503.');
    expect(document.title).toBe('Major outage · Parkline');
    expect(document.querySelector('link[rel=icon]')?.getAttribute('href')).toBe('/icons/major-outage.svg');
  });

  it('moves a resolved incident to the past, and forgets a removed one', () => {
    show();
    stream.open();
    stream.state(withApiDown(42));
    const resolved = incident('inc-api', apiDown.title, [
      { status: 'resolved', body: 'It is over.', at: '2026-11-20T11:59:00.000Z' },
    ]);
    stream.event('incident.resolved', { revision: 43, at: resolved.updatedAt, incident: resolved });
    stream.state({ ...snapshot({ incidents: [resolved] }).state, revision: 43 });
    expect(screen.queryByRole('article', { name: apiDown.title })).toBeNull();
    const past = within(screen.getByRole('region', { name: 'Past incidents' }));
    expect(past.getByText(apiDown.title)).toBeTruthy();
    expect(announced()).toBe('API: operational again. API requests fail with 503: resolved.');
    stream.event('incident.removed', { revision: 44, at: resolved.updatedAt, incident: resolved });
    stream.state({ ...snapshot().state, revision: 44 });
    expect(past.queryByText(apiDown.title)).toBeNull();
  });

  it('keeps what a visitor folded as it was', () => {
    show();
    stream.open();
    const group = screen.getByText('Core').closest('details') as HTMLDetailsElement;
    group.open = false;
    stream.state(withApiDown(42));
    expect(group.open).toBe(false);
    expect(within(group).getByText('1 of 5 affected')).toBeTruthy();
  });

  it('shows what another program published, however little it says', () => {
    show();
    stream.open();
    stream.state({
      statusLabel: 'partial_outage',
      services: [{ id: 'svc-api', status: 'partial_outage' }],
      incidents: [{ id: 'x' }],
    } as never);
    expect(row('API').dataset.status).toBe('partial_outage');
    expect(screen.getByRole('article', { name: 'Incident' })).toBeTruthy();
    stream.state(withApiDown(42));
    expect(row('API').dataset.status).toBe('major_outage');
  });
});

describe('the connection', () => {
  const connection = () => screen.getByTestId('connection').textContent;

  it('is told honestly through a break', async () => {
    show();
    expect(connection()).toBe('Connecting…');
    stream.open();
    expect(connection()).toBe('Live· updated just now');
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    await vi.advanceTimersByTimeAsync(3_000);
    stream.break();
    expect(connection()).toMatch(/^Reconnecting in 1 s/);
    expect(connection()).toMatch(/updated 3 sec. ago$/);
  });

  it('closes with the page', () => {
    const { unmount } = show();
    stream.open();
    unmount();
    expect(stream.sources().every((source) => source.readyState === 2)).toBe(true);
  });
});
