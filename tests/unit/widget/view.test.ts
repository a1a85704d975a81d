import { describe, expect, it } from 'vitest';
import { readOptions } from '@/lib/widget/client/options';
import { readState } from '@/lib/widget/client/reading';
import { changeWords, viewOf } from '@/lib/widget/client/view';
import { inEnglish } from '@/lib/widget/client/words';
import { incident, services, snapshot } from '../../support/status-fixtures';
import { scenes } from '../../support/status-scenes';

type Scene = Parameters<typeof snapshot>[0];

function view(attributes: Record<string, string> = {}, scene: Scene | null = {}, isLost = false) {
  const options = readOptions((name) => attributes[name] ?? null);
  const reading = scene && readState(snapshot(scene).state, null);
  return viewOf(reading, isLost, options, inEnglish);
}

const slugOf = (name: string) => services().find((one) => one.name === name)?.slug ?? '';
const apiDown = () => services({ API: 'major_outage', Search: 'degraded_performance' });
const troubled = { services: apiDown(), statusLabel: 'major_outage' } as const;

describe('the headline', () => {
  it('is the page’s word', () => {
    expect(view()).toMatchObject({ status: 'operational', headline: 'All systems operational', name: null });
    expect(view({}, troubled)).toMatchObject({ status: 'major_outage', headline: 'Major outage' });
  });

  it('is the worst of the services that were chosen, and nothing of the others', () => {
    const two = { services: `${slugOf('Search')} ${slugOf('Website')}` };
    expect(view(two, troubled)).toMatchObject({ status: 'degraded_performance', name: null });
    const one = view({ services: slugOf('Website') }, troubled);
    expect(one).toMatchObject({ status: 'operational', headline: 'Operational', name: 'Website' });
  });

  it('says what is not known, and what is no longer sure', () => {
    expect(view({}, null).headline).toBe('Connecting…');
    expect(view({}, null, true).headline).toBe('Status unknown');
    expect(view({ services: 'nothing-like-it' }).headline).toBe('Status unknown');
    expect(view({}, {}, true)).toMatchObject({
      isStale: true,
      headline: 'Last known: All systems operational',
    });
    expect(view({}, { stale: true })).toMatchObject({ isStale: true });
  });

  it('is written as it is, whatever stands in it', () => {
    const words = { ...inEnglish, t: () => '{headline} $& $1' };
    const reading = readState(snapshot({ stale: true }).state, null);
    const { headline } = viewOf(
      reading,
      false,
      readOptions(() => null),
      words,
    );
    expect(headline).toBe('{headline} $& $1 $& $1');
  });
});

describe('what goes on', () => {
  it('is told up to the third, and of the chosen services alone', () => {
    const state = (scenes.several?.() ?? snapshot()).state;
    const titles = (attributes: Record<string, string>) =>
      view(attributes, state).matters.map(({ title }) => title);
    expect(titles({})).toEqual(['API requests fail with 503', 'Emails arrive late', 'Ledger migration']);
    expect(titles({ services: slugOf('API') })).toEqual(['API requests fail with 503']);
    const many = Array.from({ length: 5 }, (_, n) =>
      incident(`i${n}`, `Incident ${n}`, [{ status: 'investigating', body: '', at: state.updatedAt }]),
    );
    expect(view({}, { incidents: many }).matters).toHaveLength(3);
  });
});

it('hides only what is operational, or not known', () => {
  const hide = { 'hide-when-operational': '' };
  expect(view(hide).isHidden).toBe(true);
  expect(view(hide, null).isHidden).toBe(true);
  expect(view(hide, troubled).isHidden).toBe(false);
  expect(view({ ...hide, services: slugOf('Website') }, troubled).isHidden).toBe(true);
});

describe('what is read out', () => {
  it('is what changed, by name', () => {
    expect(changeWords(view(), view({}, troubled))).toBe(
      '\u2068API\u2069: Major outage. \u2068Search\u2069: Degraded performance.',
    );
    expect(changeWords(view(), view({}, {}, true))).toBe('Last known: All systems operational.');
  });

  it('is nothing at first, and nothing again', () => {
    expect(changeWords(view({}, null), view())).toBe('');
    expect(changeWords(view(), view())).toBe('');
  });
});
