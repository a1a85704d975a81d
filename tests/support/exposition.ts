import parse from 'parse-prometheus-text-format';

type Sample = { value: string; labels?: Record<string, string> };
type Family = { name: string; help: string; type: string; metrics: Sample[] };

export type Exposition = {
  families: Family[];
  /** The sum of the samples of this name with (at least) these labels; undefined when there is none. */
  value(name: string, labels?: Record<string, string>): number | undefined;
};

/** Reads Prometheus' text format with a parser that throws at any line that is not of it. */
export function readExposition(text: string): Exposition {
  const families = parse(text) as Family[];
  // It folds all the series of a histogram into one; as plain samples each is kept, under `…_count` and the like.
  const samples = parse(text.replaceAll(/^# TYPE \S+ histogram\n/gm, '')) as Family[];
  return {
    families,
    value(name, labels = {}) {
      const wanted = samples
        .filter((family) => family.name === name)
        .flatMap(({ metrics }) => metrics)
        .filter((sample) =>
          Object.entries(labels).every(([label, value]) => sample.labels?.[label] === value),
        );
      return wanted.length === 0 ? undefined : wanted.reduce((sum, { value }) => sum + Number(value), 0);
    },
  };
}
