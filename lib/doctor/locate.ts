import { type FaultId, faults } from './faults';
import { mendingLines } from './mending-lines';
import type { Program } from './programs';
import type { Remark } from './remark';
import type { Finding } from './report';

/** What was found at one address, from outside in. */
export type Located = { url: string; programs: Program[]; remarks: Remark[] };

const order = { error: 0, warn: 1, ok: 2 };

/**
 * Makes one finding of a fault that shows at several addresses, at the innermost: there, or just behind it, it
 * arises. What is well is told of the outermost address alone.
 */
export function locate(hops: readonly Located[]): Finding[] {
  const findings = hops.flatMap((hop, index) =>
    hop.remarks
      .filter((remark) =>
        remark.severity === 'ok'
          ? index === 0
          : !hops.slice(index + 1).some(({ remarks }) => remarks.some(({ id }) => id === remark.id)),
      )
      .map((remark) => findingOf(remark, hop, hops[index + 1])),
  );
  return findings.sort((a, b) => order[a.severity] - order[b.severity]);
}

function findingOf(remark: Remark, hop: Located, inner: Located | undefined): Finding {
  const { id, check, severity, seen, figures } = remark;
  const common = { id, check, severity, seen, figures, at: hop.url };
  if (severity === 'ok') return { ...common, why: '', between: null, mend: [] };
  const between: Finding['between'] = inner ? [hop.url, inner.url] : null;
  const suspects = hop.programs.filter((program) => !inner?.programs.includes(program));
  return { ...common, why: faults[id as FaultId].why, between, mend: linesFor(id as FaultId, suspects) };
}

/** The lines of the programs that may be at fault; the general one where none of them is known. */
function linesFor(id: FaultId, suspects: readonly Program[]): Finding['mend'] {
  const lines = mendingLines[id];
  const known = suspects.flatMap((program) => (lines[program] ?? []).map((line) => ({ program, line })));
  return known.length > 0 ? known : [{ program: 'any', line: lines.any }];
}
