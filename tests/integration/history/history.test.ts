import { beforeEach, describe, expect, it } from 'vitest';
import { type HistoryView, parseHistoryRequest } from '@/lib/contracts/history';
import { database } from '@/lib/database/client';
import { newId } from '@/lib/database/ids';
import type { Impact } from '@/lib/domain/incident';
import { getHistory } from '@/lib/queries/get-history';
import { inInstallation } from '@/tests/support/installation';

inInstallation();

type Sketch = { title: string; at: string; body?: string; impact?: Impact; services?: string[] };

async function addIncident({ title, at, body = '', impact = 'minor', services = [] }: Sketch): Promise<void> {
  const updates = {
    create: [{ id: newId(), status: 'resolved' as const, body, createdAt: at, updatedAt: at }],
  };
  const hit = { create: services.map((serviceId) => ({ serviceId, status: 'operational' as const })) };
  await database().incident.create({
    data: {
      id: newId(),
      title,
      status: 'resolved',
      impact,
      startedAt: at,
      resolvedAt: at,
      updates,
      services: hit,
    },
  });
}

async function addMaintenance(
  { title, at, body = '', services = [] }: Sketch,
  hasBegun = true,
): Promise<void> {
  const status = hasBegun ? ('completed' as const) : ('scheduled' as const);
  await database().maintenance.create({
    data: {
      id: newId(),
      title,
      status,
      scheduledStartAt: at,
      scheduledEndAt: at,
      startedAt: hasBegun ? at : null,
      updates: { create: [{ id: newId(), status, body, createdAt: at, updatedAt: at }] },
      services: { create: services.map((serviceId) => ({ serviceId })) },
    },
  });
}

/** What a visitor of this address sees. */
function ask(address = ''): Promise<HistoryView> {
  const { request, unread } = parseHistoryRequest(Object.fromEntries(new URLSearchParams(address)));
  return getHistory(request, unread);
}

const titles = ({ entries }: HistoryView) =>
  entries.map((entry) => (entry.kind === 'incident' ? entry.incident.title : entry.maintenance.title));
const found = async (address: string) => titles(await ask(address));

beforeEach(async () => {
  await database().service.createMany({
    data: [
      { id: 'svcapi', name: 'API', slug: 'api', position: 1 },
      { id: 'svcweb', name: 'Web', slug: 'web', position: 2 },
    ],
  });
});

describe('the history', () => {
  beforeEach(async () => {
    await addIncident({
      title: 'API fails',
      at: '2026-03-02T10:00:00Z',
      impact: 'critical',
      services: ['svcapi'],
    });
    await addMaintenance({ title: 'API upgrade', at: '2026-02-10T02:00:00Z', services: ['svcapi'] });
    await addIncident({ title: 'Web is slow', at: '2026-01-31T23:30:00Z', services: ['svcweb'] });
    await addMaintenance({ title: 'To come', at: '2099-01-01T00:00:00Z' }, false);
  });

  it('holds incidents and work that has begun, newest first', async () => {
    expect(await ask()).toMatchObject({ older: null, newer: null, unread: [], isPartial: false });
    expect(await found('')).toEqual(['API fails', 'API upgrade', 'Web is slow']);
  });

  it.each([
    ['kind=incident', ['API fails', 'Web is slow']],
    ['kind=maintenance', ['API upgrade']],
    ['impact=critical', ['API fails']],
    ['impact=critical&kind=maintenance', []],
    ['service=api', ['API fails', 'API upgrade']],
    ['service=web&impact=minor', ['Web is slow']],
    ['q=api', ['API fails', 'API upgrade']],
    ['q=api&service=web', []],
    ['q=&service=&impact=&kind=&month=', ['API fails', 'API upgrade', 'Web is slow']],
  ])('for %s holds %j', async (address, expected) => {
    expect(await found(address)).toEqual(expected);
  });

  it('goes back from a month of the page’s time zone', async () => {
    expect(await found('month=2026-02')).toEqual(['API upgrade', 'Web is slow']);
    expect(await found('month=2026-01')).toEqual(['Web is slow']);
    await database().page.updateMany({ data: { timeZone: 'Europe/Berlin' } });
    expect(await found('month=2026-01')).toEqual([]);
    const { months } = await ask();
    expect(months.at(-1)).toBe('2026-02');
    expect(months[0]).toBe(new Date().toISOString().slice(0, 7));
  });

  it.each([
    ['impact=awful', ['impact']],
    ['kind=party&month=2026-13', ['kind', 'month']],
    ['service=nosuch', ['service']],
    ['before=yesterday', ['before']],
    ['after=%00', ['after']],
    [`q=${'x'.repeat(201)}`, ['q']],
  ])('leaves out what it can not read, and says so: %s', async (address, unread) => {
    const view = await ask(address);
    expect(view.unread).toEqual(unread);
    expect(titles(view)).toHaveLength(3);
  });
});

describe('searching', () => {
  it.each([
    ['the beginning of a word', 'certif', 'An expired certificate'],
    ['any case', 'CERTIFICATE', 'An expired certificate'],
    ['several words in any order', 'certificate expired', 'An expired certificate'],
    ['accents as they are', 'störung', 'Störung der Anmeldung'],
    ['Japanese, which has no spaces', '停止', 'サービスが停止しました'],
    ['one character', '停', 'サービスが停止しました'],
    ['Arabic', 'الطلبات', 'فشل الطلبات'],
    ['a number', '503', 'Answers are 503'],
    ['what looks like an operator', "!certificate' & (", 'An expired certificate'],
    ['a half of a character, and none', 'certificate \ud800 \0', 'An expired certificate'],
  ])('finds %s, in titles and in updates', async (_, words, text) => {
    await addIncident({ title: text, at: '2026-03-02T10:00:00Z' });
    await addIncident({ title: 'In its update', body: `Said later: ${text}.`, at: '2026-03-01T10:00:00Z' });
    await addMaintenance({ title: 'Work', body: text, at: '2026-02-01T10:00:00Z' });
    await addIncident({ title: 'Something else', body: 'Nothing of the kind', at: '2026-01-01T10:00:00Z' });
    expect(titles(await getHistory({ q: words }))).toEqual([text, 'In its update', 'Work']);
  });

  it.each(['certificate nowhere', 'tificate', '止停', '!!', "'", '\\'])('does not find %j', async (words) => {
    await addIncident({ title: 'An expired certificate サービスが停止しました', at: '2026-03-02T10:00:00Z' });
    expect(await getHistory({ q: words })).toMatchObject({ entries: [], older: null, newer: null });
  });
});

describe('paging', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString();
  const add = async (from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      // Two at the same moment, of both kinds.
      await addIncident({ title: `Incident ${number}`, at: day(number) });
      await addMaintenance({ title: `Work ${number}`, at: day(number) });
    }
  };

  it('shows each entry once, though new ones come meanwhile, and leads back the same way', async () => {
    await add(0, 30);
    const pages = [await ask()];
    await add(30, 33);
    for (let view = pages[0]; view?.older; view = pages.at(-1)) pages.push(await ask(`before=${view.older}`));
    expect(pages.map(({ entries }) => entries.length)).toEqual([25, 25, 10]);
    expect(new Set(pages.flatMap(titles)).size).toBe(60);
    const back = await ask(`after=${pages[2]?.newer}`);
    expect(titles(back)).toEqual(titles(pages[1] as HistoryView));
    expect(back.older).toBe(pages[1]?.older);
  });

  it('to newer ones that fill no page shows the newest page', async () => {
    await add(0, 15);
    const second = await ask(`before=${(await ask()).older}`);
    expect(second.entries).toHaveLength(5);
    await add(15, 16);
    const first = await ask(`after=${second.newer}`);
    expect(first.entries).toHaveLength(25);
    const newest = await ask(`after=${first.newer ?? second.newer}`);
    expect(titles(newest)[0]).toMatch(/ 15$/);
    expect(newest.newer).toBeNull();
  });

  it('beyond the oldest shows nothing, and the way back', async () => {
    await add(0, 1);
    const view = await ask('before=1000-a');
    expect(view).toMatchObject({ entries: [], older: null });
    expect((await ask(`after=${view.newer}`)).entries).toHaveLength(2);
  });
});
