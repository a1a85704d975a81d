import type { Result, Row } from './measures';
import type { Target } from './targets';

const heads = ['', 'min', 'median', 'max', '÷ plain'];

/** The results as text: one block per figure, one line per contestant. */
export function tableText(results: readonly Result[], targets: readonly Target[]): string {
  const width = Math.max(...results.flatMap(({ rows }) => rows.map(({ contestant }) => contestant.length)));
  const line = ([first = '', ...rest]: string[]) =>
    `  ${first.padEnd(width)}${rest.map((cell) => cell.padStart(11)).join('')}`;
  const blocks = results.map(({ title, unit, better, rows }) => {
    const remark = better === 'neither' ? unit : `${unit}, ${better} is better`;
    return [`${title} (${remark})`, line(heads), ...rows.map((row) => line(cells(row)))].join('\n');
  });
  return [...blocks, targetsText(targets)].join('\n\n');
}

function cells({ contestant, min, median, max, ratio }: Row): string[] {
  return [contestant, number(min), number(median), number(max), ratio === null ? '–' : ratio.toFixed(2)];
}

function targetsText(targets: readonly Target[]): string {
  const lines = targets.map(({ words, reached, limit, isMet }) => {
    const word = isMet === null ? 'not measured' : isMet ? 'reached' : 'MISSED';
    return `  ${word.padEnd(13)}${words} ${limit}${reached === null ? '' : `: ${number(reached)}`}`;
  });
  return ['Targets (they are meant for 10,000 streams)', ...lines].join('\n');
}

/** Three digits that count, thousands with commas. */
export function number(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
