import fc from 'fast-check';

/** One thing that happens. `reader` and `process` are numbers below those of the test. */
export type Step =
  | { kind: 'publish'; process: number; count: number; isAwaited: boolean }
  /** Committed by a process that dies before it has told anybody. */
  | { kind: 'commit' }
  | { kind: 'connect'; reader: number; process: number }
  | { kind: 'leave'; reader: number }
  | { kind: 'stall'; reader: number }
  | { kind: 'go on'; reader: number }
  | { kind: 'restart'; process: number }
  | { kind: 'kill Redis' }
  | { kind: 'restart Redis' }
  /** On a process's way to Redis. */
  | { kind: 'network'; process: number; fault: string | null }
  /** Messages of Redis that never reach the process. */
  | { kind: 'lose'; process: number; count: number }
  | { kind: 'compare'; process: number }
  | { kind: 'wait'; ms: number };

type Limits = { readers: number; processes: number; steps: number; faults: string[] };

/** Random schedules in which publishing and coming and going is common, and disaster is not rare. */
export function schedules({ readers, processes, steps, faults }: Limits): fc.Arbitrary<Step[]> {
  const reader = fc.nat(readers - 1);
  const process = fc.nat(processes - 1);
  const step = (weight: number, kind: Step['kind'], fields: Record<string, fc.Arbitrary<unknown>> = {}) => ({
    weight,
    arbitrary: fc.record(
      { kind: fc.constant(kind), ...fields },
      { noNullPrototype: true },
    ) as unknown as fc.Arbitrary<Step>,
  });
  const anyStep = fc.oneof(
    step(8, 'publish', { process, count: fc.constantFrom(1, 1, 1, 2, 5, 12), isAwaited: fc.boolean() }),
    step(1, 'commit'),
    step(8, 'connect', { reader, process }),
    step(2, 'leave', { reader }),
    step(3, 'stall', { reader }),
    step(2, 'go on', { reader }),
    step(2, 'restart', { process }),
    step(1, 'kill Redis'),
    step(1, 'restart Redis'),
    step(4, 'network', {
      process,
      fault: fc.constantFrom(null, ...faults),
    }),
    step(2, 'lose', { process, count: fc.integer({ min: 1, max: 3 }) }),
    step(1, 'compare', { process }),
    step(3, 'wait', { ms: fc.nat(40) }),
  );
  return fc.array(anyStep, { minLength: 5, maxLength: steps, size: 'max' });
}
