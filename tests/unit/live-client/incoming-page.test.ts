import { describe, expect, it } from 'vitest';
import type { PublicPage } from '@/lib/contracts/branding';
import { toIncomingState } from '@/lib/live/client/incoming-state';

const image = (url: string) => ({ url, width: 160, height: 40 });
const page: PublicPage = {
  id: 'p1',
  name: 'Marlow',
  announcement: 'New prices',
  branding: {
    logo: { light: image('/api/branding/a.svg'), dark: image('/api/branding/b.svg') },
    showName: false,
    icons: '/api/branding/c',
    stylesheet: '/api/branding/d.css',
    headerLinks: [{ label: 'Docs', href: 'https://docs.example.com/' }],
    footerLinks: [],
    footerText: 'Bristol',
    support: 'mailto:help@example.com',
  },
};
const known = {
  statusLabel: 'operational',
  services: [],
  incidents: [],
  maintenances: [],
  revision: 4,
} as const;
const shown = {
  ...known,
  services: [],
  incidents: [],
  maintenances: [],
  updatedAt: '2026-11-20T08:00:00Z',
  page,
};
const read = (message: object, id: string | null = '5') =>
  toIncomingState({ ...known, revision: 5, ...message }, shown, id)?.state.page;

describe('the page in a state', () => {
  it('is taken whole', () => {
    const next = { ...page, name: 'Marlow & Sons', announcement: null };
    expect(read({ page: next })).toEqual(next);
    expect(read({ page: { ...page, branding: null } })?.branding).toBeNull();
  });

  it('stays the same object while it is the same, so that nothing is drawn anew', () => {
    expect(read({ page: structuredClone(page) })).toBe(page);
  });

  it.each([undefined, null, 'page', [], { name: 7 }, { id: '', name: '' }].map((given) => [given]))(
    'stays as it was when %j is said',
    (given) => {
      const found = read({ page: given });
      expect([found?.id, found?.name]).toEqual(['p1', 'Marlow']);
    },
  );

  it('is not changed by another program, whose messages carry no id', () => {
    expect(read({ page: { ...page, name: 'Evil' } }, null)).toBe(page);
  });

  it('keeps of a look what can be read', () => {
    const branding = { logo: { light: { url: 1 } }, headerLinks: [{ label: 'x' }, 7, null], icons: 3 };
    expect(read({ page: { ...page, branding } })?.branding).toMatchObject({
      logo: null,
      headerLinks: [],
      icons: null,
      showName: true,
    });
  });
});
