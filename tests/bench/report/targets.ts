import { baseline, type MeasureKey, type Result } from './measures';

export type Target = {
  words: string;
  /** The ratio or figure reached; null where this run did not measure it. */
  reached: number | null;
  limit: number;
  isMet: boolean | null;
};

/** What the product must reach, as ratios of medians within one run. */
export function targets(results: readonly Result[]): Target[] {
  const median = (measure: MeasureKey, contestant: string) =>
    results.find((result) => result.measure === measure)?.rows.find((row) => row.contestant === contestant)
      ?.median ?? null;
  const over = (above: number | null, below: number | null) =>
    above === null || !below ? null : above / below;
  const ratio = (measure: MeasureKey, of: string, to: string) =>
    over(median(measure, of), median(measure, to));
  const atMost = (words: string, reached: number | null, limit: number): Target => ({
    ...{ words, reached, limit },
    isMet: reached === null ? null : reached <= limit,
  });
  const atLeast = (words: string, reached: number | null, limit: number): Target => ({
    ...{ words, reached, limit },
    isMet: reached === null ? null : reached >= limit,
  });
  return [
    atMost(
      'publish to client p99 ÷ plain node:http, at most',
      ratio('p99', 'product', 'plain node:http'),
      1.25,
    ),
    atMost('publish to client p99 ÷ nchan, at most', ratio('p99', 'product', 'nchan'), 1),
    atMost(
      'RSS added per stream ÷ plain node:http, at most',
      ratio('memory', 'product', 'plain node:http'),
      1.5,
    ),
    atLeast(
      'new streams per second ÷ plain node:http, at least',
      ratio('rate', 'product', 'plain node:http'),
      0.6,
    ),
    atMost('bytes per update, gzip ÷ plain, at most', ratio('updateBytes', 'product (gzip)', 'product'), 0.2),
    atMost(
      "server's CPU per message, gzip ÷ plain, at most",
      ratio('serverCpu', 'product (gzip)', 'product'),
      1,
    ),
    atMost(
      'restart: last reader back after SIGTERM in seconds, at most',
      median('backAfterTerm', 'product'),
      15,
    ),
    atMost('restart: readers not back, at most', median('notBack', 'product'), 0),
    atMost('restart: revisions missed, at most', median('missed', 'product'), 0),
    atMost('restart: exit code', median('exitCode', 'product'), 0),
    ...(['page', 'status', 'summary'] as const).flatMap((name) => [
      atLeast(
        `${name}: per second ÷ the same for each request, at least`,
        ratio(`${name}Rate`, 'product', 'product, per request'),
        8,
      ),
      atLeast(
        `${name}: per second ÷ plain node:http, at least`,
        ratio(`${name}Rate`, 'product', baseline),
        0.5,
      ),
      atLeast(
        `${name}: 304 per second ÷ whole answers, at least`,
        over(median(`${name}HeldRate`, 'product'), median(`${name}Rate`, 'product')),
        1,
      ),
    ]),
  ];
}
