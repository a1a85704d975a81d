import { describe, expect, it } from 'vitest';
import { impactWord, incidentStatusWord, serviceStatusWord } from '@/app/_ui/status-words';
import { changeSentences } from '@/app/(public)/_live/change-sentences';
import { overallWords } from '@/app/(public)/_status/overall-words';
import { formatAgo, formatSpan, formatTime } from '@/app/(public)/_time/format-time';
import { wordPack } from '@/lib/words/word-pack';
import type { WordKey } from '@/lib/words/words';
import { service, services, snapshot } from '../../support/status-fixtures';
import { wordsIn } from '../../support/words';

const hour = 3_600_000;
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('a message', () => {
  it('counts as its language does', () => {
    const open = (language: string, count: number) => wordsIn(language).t('incidents.open', { count });
    expect([1, 2].map((count) => open('de', count))).toEqual(['Offene Störung', '2 offene Störungen']);
    expect([1, 2, 3, 11, 100].map((count) => open('ar', count))).toEqual([
      'حادث مفتوح',
      'حادثان مفتوحان',
      '3 حوادث مفتوحة',
      '11 حادثًا مفتوحًا',
      '100 حادث مفتوح',
    ]);
    expect(wordsIn('de').t('summary.all', { count: 1_234 })).toContain('1.234');
  });

  it('puts elements where its language wants them', () => {
    const parts = (language: string) => wordsIn(language).parts('connection.asOf', { at: () => ({ at: 1 }) });
    expect(parts('en')).toEqual(['As of ', { at: 1 }]);
    expect(parts('ja')).toEqual([{ at: 1 }, '時点']);
  });

  it('keeps a name that runs the other way to itself, and leaves others alone', () => {
    const opened = (language: string, title: string) =>
      wordsIn(language).t('change.incidentOpened', { title });
    expect(opened('en', 'Mail is late')).toBe('New incident: Mail is late.');
    expect(opened('en', 'تأخر البريد')).toBe('New incident: \u2068تأخر البريد\u2069.');
    expect(opened('ar', 'Mail is late')).toBe('حادث جديد: \u2068Mail is late\u2069.');
  });

  it('says of a status in English what the control room says', () => {
    const families = { status: serviceStatusWord, incidentStatus: incidentStatusWord, impact: impactWord };
    for (const [family, words] of Object.entries(families)) {
      for (const [name, word] of Object.entries(words)) {
        expect(wordsIn('en').t(`${family}.${name}` as WordKey)).toBe(word);
      }
    }
  });

  it('is in English for a language that we do not have', () => expect(wordPack('xx')).toBe(wordPack('en')));
});

describe('sentences', () => {
  it('say the state in the page’s language', () => {
    const state = snapshot({ services: services({ API: 'major_outage', Search: 'partial_outage' }) }).state;
    expect(overallWords(state, wordsIn('de'))).toEqual({
      headline: 'Größerer Ausfall: API',
      summary: 'Teilausfall: Search. Die anderen 13 Dienste sind betriebsbereit.',
    });
    expect(overallWords(state, wordsIn('ja')).summary).toBe(
      '一部で障害：Search。ほかの13件のサービスは正常に稼働しています。',
    );
    expect(plain(overallWords(snapshot({ services: [service('API')] }).state, wordsIn('ar')).summary)).toBe(
      'الخدمة الوحيدة هنا تعمل بشكل طبيعي.',
    );
  });

  it('announce a change in the page’s language', () => {
    const changes = [
      { kind: 'service', id: 'a', name: 'API', status: 'operational' },
      { kind: 'incident-updated', id: 'i', title: 'API', status: 'monitoring' },
    ] as const;
    expect(changeSentences(changes, wordsIn('de'))).toBe('API: wieder betriebsbereit. API: wird beobachtet.');
    expect(changeSentences(changes, wordsIn('fr'))).toBe(
      'API\u00a0: fonctionnement rétabli. API\u00a0: sous surveillance.',
    );
  });
});

describe('times', () => {
  it('are written as the language writes them, in digits that all can read', () => {
    const at = '2026-11-20T12:05:00.000Z';
    expect(formatTime(at, 'moment', 'Europe/Berlin', wordsIn('de').locale)).toBe('20. Nov., 13:05');
    expect(formatTime(at, 'moment', 'UTC', wordsIn('ar').locale)).toMatch(/^20 نوفمبر.*12:05$/);
  });

  it('tell spans and ages in the page’s language', () => {
    expect(formatSpan(26 * hour, wordsIn('de'))).toBe('1 Tag 2 Std.');
    expect(formatSpan(5 * hour + 60_000, wordsIn('ja'))).toBe('5時間1分');
    expect(plain(formatSpan(2 * hour + 180_000, wordsIn('ar')))).toBe('ساعتان و3 دقائق');
    expect(formatAgo(3_000, wordsIn('de'))).toBe('vor 3 Sek.');
    expect(formatAgo(59 * 60_000, wordsIn('ja'))).toBe('59 分前');
  });
});
