import { styleText } from 'node:util';
import { inWords } from './remark';
import type { Finding, Hop, Report } from './report';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const marks = { error: '✗', warn: '!', ok: '✓' } as const;
const colours = { error: 'red', warn: 'yellow', ok: 'green' } as const;

/** The report for people, ending with a line break. */
export function printReport(report: Report, hasColours: boolean): string {
  // Whoever calls has looked at the terminal; styleText's own look is at stdout alone.
  const paint: Paint = (style, text) =>
    hasColours ? styleText(style, text, { validateStream: false }) : text;
  const faulty = report.findings.filter(({ severity }) => severity !== 'ok');
  const well = report.findings.filter(({ severity }) => severity === 'ok');
  const parts = [
    report.hops.map((hop, index) => hopLine(hop, index, paint)).join('\n'),
    ...faulty.map((finding) => faultBlock(finding, paint)),
    well.map(({ seen }) => `${paint(colours.ok, marks.ok)} ${seen}`).join('\n'),
    skipped(report),
    summary(report, faulty, paint),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function hopLine(hop: Hop, index: number, paint: Paint): string {
  const traits = [
    hop.programs.join(' + '),
    hop.protocol ?? '',
    hop.firstByteMs === null ? '' : `first byte ${inWords(hop.firstByteMs)}`,
    hop.heartbeatMs === null ? '' : `heartbeat ${inWords(hop.heartbeatMs)}`,
  ].filter((trait) => trait !== '');
  return `${index + 1}  ${paint('bold', hop.url)}  ${traits.join(', ')}`.trimEnd();
}

function faultBlock({ id, severity, seen, why, at, between, mend }: Finding, paint: Paint): string {
  const where = between ? `between ${between[0]} and ${between[1]}` : `at ${at}`;
  const lines = mend.map(({ program, line }) => `  Mend  ${program === 'any' ? '' : `${program}: `}${line}`);
  const title = `${paint(colours[severity], `${marks[severity]} ${id}`)}  ${where}`;
  return [title, `  Seen  ${seen}`, `  Why   ${why}`, ...lines].join('\n');
}

function skipped({ hops }: Report): string {
  const lines = hops
    .filter(({ notJudged }) => notJudged.length > 0)
    .map(
      ({ url, notJudged }) => `Not judged at ${url}, because of what is wrong there: ${notJudged.join(', ')}`,
    );
  return lines.join('\n');
}

function summary({ verdict, tookMs }: Report, faulty: Finding[], paint: Paint): string {
  const errors = faulty.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const words =
    verdict === 'healthy'
      ? 'Healthy'
      : `${count(errors, 'error')}, ${count(faulty.length - errors, 'warning')}`;
  const colour = errors > 0 ? 'red' : faulty.length > 0 ? 'yellow' : 'green';
  return `${paint(colour, words)}, after ${inWords(tookMs)}`;
}
