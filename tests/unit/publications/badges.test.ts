import { describe, expect, it } from 'vitest';
import { serviceStatuses } from '@/lib/domain/service-status';
import { signs, themes } from '@/lib/publications/badges/badge-looks';
import { badgeSvg } from '@/lib/publications/badges/badge-svg';
import { pageBadge, serviceBadge } from '@/lib/publications/badges/badges';
import { shortened, textWidth } from '@/lib/publications/badges/text-width';
import { fixtureRecord } from '@/tests/support/statuspage-fixtures';

const record = fixtureRecord();
const query = (text = '') => new URLSearchParams(text);
const titleOf = (svg: string | null) => /<title>(.*?)<\/title>/.exec(svg ?? '')?.[1];

function drawn(badge: ReturnType<typeof pageBadge>, isStale = false): string | null {
  if ('status' in badge) throw new Error(badge.title);
  return badge.write(record, isStale);
}

describe('the badges', () => {
  it('say the word on the page and on each service', () => {
    expect(titleOf(drawn(pageBadge(query())))).toBe('Acme Cloud: Partial outage');
    expect(titleOf(drawn(serviceBadge('managed-postgres', query())))).toBe(
      'Managed Postgres: Under maintenance',
    );
  });

  it('say that the word is but the last one known', () => {
    expect(titleOf(drawn(pageBadge(query()), true))).toBe('Acme Cloud: Partial outage (last known)');
  });

  it('are not there for what is no service', () => {
    expect(drawn(serviceBadge('nothing', query()))).toBeNull();
  });

  it.each(['style=plastic', 'theme=', 'style=flat&theme=Dark'])('there is none for ?%s', (text) => {
    expect(pageBadge(query(text))).toMatchObject({ status: 400, errors: [{ message: /must be/ }] });
  });

  it('leave out the name where they are compact, and keep it in the title', () => {
    const svg = drawn(pageBadge(query('style=compact&_=1'))) ?? '';
    expect(svg.match(/<text/g)).toHaveLength(1);
    expect(titleOf(svg)).toBe('Acme Cloud: Partial outage');
  });

  it('are kept apart by their looks', () => {
    const keys = ['', 'style=compact', 'theme=dark', 'style=compact&theme=dark'].map((text) => {
      const badge = pageBadge(query(text));
      return 'key' in badge && badge.key;
    });
    expect(new Set(keys).size).toBe(4);
  });
});

describe('the drawing', () => {
  const svg = (label: string) =>
    badgeSvg({ label, word: 'Operational', status: 'operational' }, { style: 'flat', theme: 'light' });

  it('is as wide as its words, which are fitted to the width they were given', () => {
    const [, whole] = /width="(\d+)"/.exec(svg('API')) ?? [];
    const fitted = [...svg('API').matchAll(/textLength="(\d+)"/g)].map(([, width]) => Number(width));
    expect(fitted).toEqual([textWidth('API'), textWidth('Operational')]);
    expect(Number(whole)).toBe(7 + textWidth('API') + 7 + 7 + 12 + 5 + textWidth('Operational') + 7);
  });

  it('holds names as text, whatever they look like, and long ones in short', () => {
    expect(svg('<b>&"\u0001')).toContain('&lt;b&gt;&amp;&quot;\ufffd');
    expect(svg('n'.repeat(200))).toContain(`>${'n'.repeat(39)}…</text>`);
  });

  it('counts characters as people do', () => {
    expect(textWidth('東京')).toBe(22);
    expect(textWidth('e\u0301')).toBe(textWidth('e'));
    expect(textWidth('👩‍👩‍👧')).toBe(11);
    expect(shortened('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…');
  });
});

/** WCAG 2.2's contrast ratio of two colours such as `#ffffff`. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(themes))('in the %s theme', (_, { label, status }) => {
  it.each(serviceStatuses)('%s can be read, and told without colour', (name) => {
    expect(contrast(label.ground, label.ink)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(status[name].ground, status[name].ink)).toBeGreaterThanOrEqual(4.5);
    expect(new Set(Object.values(signs).map(({ plate }) => plate)).size).toBe(serviceStatuses.length);
  });
});
