import { describe, expect, it } from 'vitest';
import { mendingOf, passingLines, shippedLines, shippedPrograms } from '@/tests/support/shipped-lines';

describe.each(shippedPrograms)("the doctor's lines for %s", (program) => {
  const { put, remove } = mendingOf(program);

  it.each(put)('has from deploy/: %s', (line) => {
    expect(shippedLines(program)).toContain(line);
  });

  it.each(remove)('is right that deploy/ is without: %s', (line) => {
    // Whatever the value is.
    const [start = ''] = line.split('…');
    expect(passingLines(program).filter((shipped) => shipped.startsWith(start.trim()))).toEqual([]);
  });
});
