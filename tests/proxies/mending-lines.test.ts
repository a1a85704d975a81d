import { describe, expect, it } from 'vitest';
import { mendingOf, shippedPrograms } from '../support/shipped-lines';
import { objectionsTo } from './config-test';

/** What the doctor says to put in stands in deploy/, as a unit test shows; so the whole file is what is tried. */
describe.each(shippedPrograms)("the doctor's lines for %s, asked the program itself", (program) => {
  it('are taken where they are to be put in', async () => {
    expect(await objectionsTo(program)).toBeNull();
  });

  it.each(mendingOf(program).remove)('name something there is to remove: %s', async (line) => {
    expect(await objectionsTo(program, line)).toBeNull();
  });

  it('would be refused if they were none', async () => {
    expect(await objectionsTo(program, 'frobnicate all;')).toContain('frobnicate');
  });
});
