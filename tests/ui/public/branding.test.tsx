import { act, cleanup, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { BrandingStyles } from '@/app/(public)/_frame/branding-styles';
import { IncidentContent } from '@/app/(public)/_status/incident-content';
import { StatusContent } from '@/app/(public)/_status/status-content';
import { LivePageProvider } from '@/app/hooks/live-page';
import type { PublicBranding, PublicPage } from '@/lib/contracts/branding';
import { apiDown } from '../../support/status-cast';
import { services, snapshot } from '../../support/status-fixtures';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

const renderedAt = Date.parse('2026-11-20T12:00:00.000Z');
const stream = withFakeStream();

afterEach(() => {
  cleanup();
  document.head.replaceChildren();
});

const image = (name: string) => ({ url: `/api/branding/${name}.svg`, width: 160, height: 40 });
const look: PublicBranding = {
  logo: { light: image('light'), dark: image('dark') },
  showName: false,
  icons: '/api/branding/icon',
  stylesheet: '/api/branding/one.css',
  headerLinks: [{ label: 'Docs', href: 'https://docs.example.com/' }],
  footerLinks: [{ label: 'Terms', href: '/terms' }],
  footerText: 'Harbour Road, Bristol',
  support: 'mailto:help@example.com',
};
const branded: PublicPage = { id: 'p1', name: 'Marlow', announcement: 'New prices', branding: look };
const plain: PublicPage = { id: 'p1', name: 'Parkline', announcement: null, branding: null };

const home = (page: PublicPage) =>
  inLanguage(
    <LivePageProvider page={page}>
      <BrandingStyles />
      <StatusContent snapshot={snapshot({ page })} renderedAt={renderedAt} />
    </LivePageProvider>,
  );
const icon = () => document.querySelector('link[rel=icon]')?.getAttribute('href');
const stylesheet = () => document.querySelector('link[rel=stylesheet]')?.getAttribute('href');

describe('a branded page', () => {
  it('is whole before any script runs', () => {
    const html = renderToString(home(branded));
    for (const part of [
      '<link rel="stylesheet" href="/api/branding/one.css"/>',
      'srcSet="/api/branding/dark.svg"',
      'New prices',
      'Harbour Road, Bristol',
      'href="mailto:help@example.com"',
    ])
      expect(html).toContain(part);
  });

  it('is called by its logo where that says the name, and by both where it does not', () => {
    const { rerender } = render(home(branded));
    const heading = () => screen.getByRole('heading', { level: 1 });
    expect(within(heading()).getByRole('img', { name: 'Marlow' })).toBeTruthy();
    expect(heading().textContent).toBe(' – service status');
    rerender(home({ ...branded, branding: { ...look, showName: true } }));
    cleanup();
    render(home({ ...branded, branding: { ...look, showName: true } }));
    expect(heading().textContent).toBe('Marlow – service status');
    expect(within(heading()).queryByRole('img')).toBeNull();
  });

  it('has its links beside the name and at its foot', () => {
    render(home(branded));
    const header = within(screen.getByRole('navigation', { name: 'Links' }));
    expect(header.getByRole('link', { name: 'Docs' }).getAttribute('href')).toBe('https://docs.example.com/');
    const footer = within(screen.getByRole('contentinfo'));
    expect(footer.getByRole('link', { name: 'Contact support' }).getAttribute('href')).toBe(
      'mailto:help@example.com',
    );
    expect(footer.getByRole('link', { name: 'Terms' }).getAttribute('href')).toBe('/terms');
  });

  it('tells the state in the tab on its own icon', () => {
    render(home(branded));
    stream.open();
    expect([document.title, icon()]).toEqual(['Operational · Marlow', '/api/branding/icon/operational.svg']);
    stream.state({
      ...snapshot({ services: services({ API: 'major_outage' }) }).state,
      page: branded,
      revision: 42,
    });
    expect([document.title, icon()]).toEqual([
      'Major outage · Marlow',
      '/api/branding/icon/major-outage.svg',
    ]);
  });
});

describe('a page open while its branding is edited', () => {
  const hear = (page: PublicPage, revision: number) =>
    stream.state({ ...snapshot({ page }).state, revision });

  it('takes all of it on, and drops all of it', () => {
    render(home(plain));
    stream.open();
    expect([stylesheet(), icon()]).toEqual([undefined, '/icons/operational.svg']);
    hear(branded, 42);
    const announcement = screen.getByRole('region', { name: 'Announcement' });
    expect(announcement.textContent).toBe('New prices');
    // It was there, and polite, before the words came into it.
    expect(announcement.parentElement?.getAttribute('aria-live')).toBe('polite');
    expect(screen.getByRole('img', { name: 'Marlow' })).toBeTruthy();
    expect(stylesheet()).toBe('/api/branding/one.css');
    hear({ ...branded, branding: { ...look, stylesheet: '/api/branding/two.css' } }, 43);
    expect(document.querySelectorAll('link[rel=stylesheet]')).toHaveLength(1);
    expect(stylesheet()).toBe('/api/branding/two.css');
    hear(plain, 44);
    expect(screen.queryByRole('region', { name: 'Announcement' })).toBeNull();
    expect([document.title, stylesheet(), icon()]).toEqual([
      'Operational · Parkline',
      undefined,
      '/icons/operational.svg',
    ]);
  });

  it('takes it on when it is another page than the first as well', () => {
    const view = { page: snapshot().page, incident: apiDown, postMortem: null, serviceNames: {} };
    render(
      inLanguage(
        <LivePageProvider page={plain}>
          <IncidentContent view={view} renderedAt={renderedAt} />
        </LivePageProvider>,
      ),
    );
    stream.open();
    act(() => {});
    hear({ ...plain, name: 'Renamed', announcement: 'Hello' }, 42);
    expect(screen.getByRole('link', { name: 'Renamed' }).getAttribute('href')).toBe('/');
    expect(screen.getByRole('region', { name: 'Announcement' }).textContent).toBe('Hello');
    expect(document.title).toMatch(/ · Renamed$/);
  });
});
