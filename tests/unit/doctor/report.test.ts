import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '@/lib/doctor/faults';
import { programs } from '@/lib/doctor/programs';
import { finding, report } from '@/lib/doctor/report';

const guide = readFileSync('docs/doctor.md', 'utf8');
const tableOf = (title: string) => guide.split(`| ${title} | |\n`)[1]?.split('\n\n')[0]?.split('\n') ?? [];
const namesIn = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const fieldsOf = (title: string) => tableOf(title).flatMap((row) => namesIn(row.split('|')[1]));
const wordsOf = (title: string, field: string) =>
  namesIn(
    tableOf(title)
      .find((row) => namesIn(row.split('|')[1]).includes(field))
      ?.split('|')[2],
  );

describe('the guide to --json', () => {
  it('names every field, and no other', () => {
    expect(fieldsOf('the report')).toEqual(Object.keys(report.shape));
    expect(fieldsOf('a hop')).toEqual(Object.keys(report.shape.hops.element.shape));
    expect(fieldsOf('a finding').toSorted()).toEqual(Object.keys(finding.shape).toSorted());
  });

  it('names every word that a field may be', () => {
    expect(wordsOf('the report', 'verdict')).toEqual(report.shape.verdict.options);
    expect(wordsOf('a hop', 'programs')).toEqual(programs);
    expect(wordsOf('a finding', 'check')).toEqual(checks);
    expect(wordsOf('a finding', 'severity').toSorted()).toEqual(
      [...finding.shape.severity.options].toSorted(),
    );
  });
});
