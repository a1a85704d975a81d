import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultIds, faults } from '@/lib/doctor/faults';
import { type Located, locate } from '@/lib/doctor/locate';
import { mendingLines } from '@/lib/doctor/mending-lines';
import { fault, fine } from '@/lib/doctor/remark';

const hop = (url: string, programs: Located['programs'], remarks: Located['remarks']) => ({
  url,
  programs,
  remarks,
});

describe('a finding', () => {
  it('gives the line of the program that the inner hop does not show', () => {
    const buffered = fault('buffered', 'Nothing for 9 s.');
    const [finding] = locate([
      hop('https://a', ['nginx', 'Varnish'], [buffered]),
      hop('http://b', ['Varnish'], [fine('buffering', 'at once')]),
    ]);
    expect(finding).toMatchObject({ at: 'https://a', between: ['https://a', 'http://b'] });
    expect(finding?.mend).toEqual(mendingLines.buffered.nginx?.map((line) => ({ program: 'nginx', line })));
  });

  it('gives the general line where no program shows itself', () => {
    const [finding] = locate([hop('https://a', [], [fault('vary', 'Vary is "".')])]);
    expect(finding?.mend).toEqual([{ program: 'any', line: mendingLines.vary.any }]);
    expect(finding?.between).toBeNull();
  });

  it('comes before what is well, errors first', () => {
    const remarks = [fine('head', 'fine'), fault('vary', 'Vary'), fault('shared', 'Shared')];
    expect(locate([hop('https://a', [], remarks)]).map(({ id }) => id)).toEqual(['shared', 'vary', 'head']);
  });
});

describe('every fault', () => {
  const guide = readFileSync('docs/doctor.md', 'utf8');

  it.each(faultIds)('%s has a general line, a reason and a row in the guide', (id) => {
    expect(mendingLines[id].any).toBeTruthy();
    expect(faults[id].why).toMatch(/\.$/);
    expect(guide).toContain(`| \`${id}\` | ${faults[id].severity} |`);
  });
});
