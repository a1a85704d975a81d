import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StatusContent } from '@/app/(public)/_status/status-content';
import { uptimeAtFirst } from '@/app/(public)/_status/uptime-at-first';
import type { ServiceRecord, Uptime } from '@/lib/contracts/uptime';
import { services, snapshot } from '../../support/status-fixtures';
import { scenes } from '../../support/status-scenes';
import { disruptedDay, serviceUptime, uptimeOf } from '../../support/uptime-fixtures';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

const renderedAt = Date.parse('2026-11-20T12:00:00.000Z');
const stream = withFakeStream();

beforeEach(() => {
  vi.useFakeTimers({
    now: renderedAt,
    toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
  });
  // 3 px a day, as where the page is wide.
  const rect = { left: 100, right: 370, width: 270, top: 300, bottom: 322, height: 22 } as DOMRect;
  vi.spyOn(SVGElement.prototype, 'getBoundingClientRect').mockReturnValue(rect);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const outage = disruptedDay('2026-11-03', { partial_outage: 42 });
const known = uptimeOf({
  'svc-api': serviceUptime({ percent: 99.981, disruptions: [outage] }),
  'svc-dashboard': serviceUptime({ since: '2026-11-01' }),
});
const record: ServiceRecord = {
  periods: [],
  events: [
    {
      kind: 'incident',
      id: 'inc-1',
      title: 'Requests failed',
      status: 'resolved',
      impact: 'major',
      startedAt: '2026-11-03T10:00:00.000Z',
      endedAt: '2026-11-03T10:42:00.000Z',
    },
    {
      kind: 'maintenance',
      id: 'mnt-1',
      title: 'On another day',
      status: 'completed',
      startedAt: '2026-11-05T10:00:00.000Z',
      endedAt: '2026-11-05T11:00:00.000Z',
    },
  ],
};

const page = (uptime: Uptime | null = known, given = snapshot(), language = 'en') =>
  inLanguage(<StatusContent snapshot={given} uptime={uptime} renderedAt={renderedAt} />, language);
const answer = (body: unknown) => vi.fn().mockImplementation(async () => Response.json(body));
const slider = (name: string) => screen.getByRole('slider', { name: `${name}, day by day` });
const picture = (name: string) => within(row(name)).getByRole('img');
const row = (name: string) =>
  document.querySelector(`[data-service="svc-${name.toLowerCase()}"]`) as HTMLElement;
const xOf = (daysAgo: number) => 100 + (89 - daysAgo) * 3 + 1;
const explained = () =>
  [...document.querySelectorAll('.fixed.shadow-float')].map(({ textContent }) => textContent);
/** jsdom's own pointer events have no place. */
const point = (type: string, element: Element, clientX = 0, pointerType = 'mouse') =>
  fireEvent(element, Object.assign(new MouseEvent(type, { bubbles: true, clientX }), { pointerType }));
const leave = (element: Element) => point('pointerout', element);
const frame = (name: string) => picture(name).parentElement as HTMLElement;

describe('bars without JavaScript', () => {
  it('are a picture that says in words what it shows', () => {
    const html = renderToString(page());
    expect(html).toContain(
      'aria-label="99.98% uptime over 90 days; one day with disruptions: Nov 3 (partial outage 42 min)."',
    );
    expect(html).toContain('aria-label="100% uptime over 90 days; no disruptions."');
    expect(html).not.toContain('type="range"');
    expect(html).toContain('href="/services/svc-api"');
  });

  it('cost a few elements for each of a hundred services', () => {
    const given = scenes.hundred?.() ?? snapshot();
    const all = Object.fromEntries(
      given.state.services.map(({ id }) => [id, serviceUptime({ disruptions: [outage] })]),
    );
    const count = (html: string) => html.match(/<[a-z]/g)?.length ?? 0;
    const more = count(renderToString(page(uptimeOf(all), given))) - count(renderToString(page(null, given)));
    expect(more).toBeLessThan(120 * 8);
  });

  it('are taken over by the browser without a complaint, and then explain their days', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = renderToString(page()).replace(/^.*?(?=<div id="top")/s, '');
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    const onRecoverableError = vi.fn();
    const root = await act(() => hydrateRoot(container, page(), { onRecoverableError }));
    expect(slider('API')).toBeTruthy();
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(complained).not.toHaveBeenCalled();
    act(() => root.unmount());
    container.remove();
  });

  it('speak the language of the page', () => {
    render(page(known, snapshot(), 'ja'));
    expect(picture('API').getAttribute('aria-label')).toMatch(/^過去 90 日間の稼働率 99\.98%。[^A-Za-z]+$/);
  });

  it('are left out where nothing is known', () => {
    expect(renderToString(page(null))).not.toContain('<svg viewBox="0 0 269');
  });
});

describe('a day', () => {
  it('explains itself to the keyboard, one day on one bar at a time', () => {
    render(page());
    const api = slider('API');
    expect(api.getAttribute('aria-valuetext')).toBe('Friday, November 20: operational so far.');
    fireEvent.change(api, { target: { value: '72' } });
    expect(api.getAttribute('aria-valuetext')).toBe('Tuesday, November 3: partial outage 42 min.');
    expect(explained()).toEqual(['Tuesday, November 3Partial outage42 min']);
    fireEvent.change(slider('Dashboard'), { target: { value: '0' } });
    expect(explained()).toEqual(['Sunday, August 23No record of this day']);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(explained()).toEqual([]);
  });

  it('explains itself to a mouse for as long as it is there, and stays when it is clicked', () => {
    render(page());
    point('pointermove', frame('API'), xOf(1));
    expect(explained()).toEqual(['Thursday, November 19Operational all day']);
    leave(frame('API'));
    act(() => void vi.advanceTimersByTime(500));
    expect(explained()).toEqual([]);
    point('pointerup', frame('API'), xOf(0), 'mouse');
    leave(frame('API'));
    act(() => void vi.advanceTimersByTime(500));
    expect(explained()).toEqual(['Friday, November 20Operational so far today']);
    fireEvent.pointerDown(document.body);
    expect(explained()).toEqual([]);
  });

  it('lets the pointer move into what explains it', () => {
    render(page());
    point('pointermove', frame('API'), xOf(17));
    leave(frame('API'));
    point('pointerover', document.querySelector('.fixed.shadow-float') as Element);
    act(() => void vi.advanceTimersByTime(500));
    expect(explained()).toHaveLength(1);
  });

  it('is counted from the other side where the page is written from right to left', () => {
    document.documentElement.dir = 'rtl';
    const direction = vi.spyOn(window, 'getComputedStyle');
    direction.mockReturnValue({ direction: 'rtl' } as CSSStyleDeclaration);
    render(page());
    point('pointerup', frame('API'), 101, 'touch');
    expect(explained()).toEqual(['Friday, November 20Operational so far today']);
    document.documentElement.dir = '';
  });

  it('leads to its incidents, asked for once it is looked at', async () => {
    const fetched = answer(record);
    vi.stubGlobal('fetch', fetched);
    render(page());
    expect(fetched).not.toHaveBeenCalled();
    await act(async () => fireEvent.change(slider('API'), { target: { value: '72' } }));
    expect(fetched.mock.calls).toEqual([['/api/uptime/svc-api']]);
    expect(screen.getByRole('link', { name: 'Requests failed' }).getAttribute('href')).toBe(
      '/incidents/inc-1',
    );
    expect(screen.queryByRole('link', { name: 'On another day' })).toBeNull();
  });
});

describe('a group', () => {
  const groups = { 'grp-core': serviceUptime({ percent: 99.99, disruptions: [outage] }) };
  const summary = '99.99% uptime over 90 days; one day with disruptions: Nov 3 (partial outage 42 min).';

  it('shows bars of its own while it is folded, whose days name the services that were hit', () => {
    render(page(uptimeOf(known.services, { groups })));
    expect(screen.getByRole('img', { name: summary })).toBeTruthy();
    fireEvent.change(slider('Core'), { target: { value: '72' } });
    expect(explained()).toEqual(['Tuesday, November 3API partial outage42 min']);
  });

  it('comes without its services where it is folded at first, and asks for them when somebody looks', async () => {
    const given = scenes.hundred?.() ?? snapshot();
    const all = uptimeOf(
      Object.fromEntries(
        given.state.services.map(({ id }) => [id, serviceUptime({ disruptions: [outage] })]),
      ),
      { groups: { 'grp-0': serviceUptime({ disruptions: [outage] }) } },
    );
    const first = uptimeAtFirst(all, given.state.services);
    // Where one service is not well, the group begins unfolded.
    expect(Object.keys(first?.services ?? {})).toHaveLength(12);
    expect(uptimeAtFirst(known, snapshot().state.services)).toBe(known);
    const fetched = vi
      .fn()
      .mockImplementation(async (url) => Response.json(url === '/api/uptime' ? all : record));
    vi.stubGlobal('fetch', fetched);
    render(page(first, given));
    const bars = () => document.querySelectorAll('li[data-service] svg[role=img]').length;
    expect(bars()).toBe(12);
    const folded = screen.getByText('Region 1').closest('details') as HTMLDetailsElement;
    folded.open = true;
    fireEvent(folded, new Event('toggle'));
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(bars()).toBe(100);
  });
});

describe('bars of an open page', () => {
  const fresh = uptimeOf({ 'svc-api': serviceUptime({ percent: 98.2 }) });
  const asked = (fetched: ReturnType<typeof answer>) =>
    fetched.mock.calls.filter(([url]) => url === '/api/uptime').length;
  const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const change = (revision: number) =>
    stream.state({ ...snapshot({ services: services({ API: 'major_outage' }) }).state, revision });

  it('are asked for anew within seconds of a change, once for several', async () => {
    const fetched = answer(fresh);
    vi.stubGlobal('fetch', fetched);
    render(page());
    stream.open();
    change(42);
    await later(4_900);
    expect(asked(fetched)).toBe(0);
    change(43);
    await later(20_200);
    expect(asked(fetched)).toBe(1);
    expect(picture('API').getAttribute('aria-label')).toBe('98.20% uptime over 90 days; no disruptions.');
  });

  it('are asked for anew when a day of the page begins, and when a page of yesterday is opened', async () => {
    const inBerlin = { ...known, timeZone: 'Europe/Berlin' };
    const tomorrow = { ...fresh, timeZone: 'Europe/Berlin', from: '2026-08-24', to: '2026-11-21' };
    const fetched = answer(tomorrow);
    vi.stubGlobal('fetch', fetched);
    const midnight = Date.parse('2026-11-20T23:00:00.000Z');
    vi.setSystemTime(midnight - 20_000);
    render(page(inBerlin));
    await later(19_000);
    expect(asked(fetched)).toBe(0);
    await later(123_000);
    expect(asked(fetched)).toBe(1);
    cleanup();
    vi.setSystemTime(midnight + 3_600_000);
    render(page(inBerlin));
    await later(122_000);
    expect(asked(fetched)).toBe(2);
  });

  it('wait until somebody looks, and stay as they are when they can not be had', async () => {
    const fetched = vi.fn().mockRejectedValue(new TypeError('Failed to fetch'));
    vi.stubGlobal('fetch', fetched);
    render(page());
    stream.open();
    change(42);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await later(30_000);
    expect(asked(fetched)).toBe(0);
    hidden.mockReturnValue(false);
    fireEvent(document, new Event('visibilitychange'));
    await later(30_000);
    expect(asked(fetched)).toBe(1);
    expect(picture('API').getAttribute('aria-label')).toContain('99.98%');
  });
});
