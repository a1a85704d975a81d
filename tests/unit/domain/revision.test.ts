import { describe, expect, it } from 'vitest';
import { parseRevision, resumeFrom } from '@/lib/domain/revision';

const known = { revision: 1042, completeAfter: 1000 };

describe('resuming', () => {
  it.each([
    [null, { kind: 'new' }],
    ['', { kind: 'new' }],
    ['1042', { kind: 'current' }],
    ['1041', { kind: 'replay', after: 1041 }],
    ['1000', { kind: 'replay', after: 1000 }],
    ['999', { kind: 'reset' }],
    ['0', { kind: 'reset' }],
    ['1043', { kind: 'reset' }],
    ['99999999999999999999', { kind: 'reset' }],
    ['-1', { kind: 'reset' }],
    ['1041.5', { kind: 'reset' }],
    ['01041', { kind: 'reset' }],
    [' 1041', { kind: 'reset' }],
    ['1e3', { kind: 'reset' }],
    ['0x10', { kind: 'reset' }],
    ['abc', { kind: 'reset' }],
    ['١٠٤١', { kind: 'reset' }],
  ] as const)('from %j is %j', (lastEventId, resume) => {
    expect(resumeFrom(lastEventId, known)).toEqual(resume);
  });

  it('replays from the very beginning while every event is known', () => {
    expect(resumeFrom('0', { revision: 3, completeAfter: 0 })).toEqual({ kind: 'replay', after: 0 });
  });

  it('owes nothing on a page where nothing has happened', () => {
    expect(resumeFrom('0', { revision: 0, completeAfter: 0 })).toEqual({ kind: 'current' });
  });
});

describe('a revision', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['1042', 1042],
    ['', null],
    ['+1', null],
    ['1\n', null],
  ])('written %j reads %j', (text, revision) => {
    expect(parseRevision(text)).toBe(revision);
  });
});
