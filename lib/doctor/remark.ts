import { type Check, type FaultId, faults } from './faults';

export type Figures = Record<string, string | number | boolean | null>;

/** What a check found at one address: a fault by its id, or that all is well. `seen` tells it in words. */
export type Remark = {
  id: FaultId | Check;
  check: Check;
  severity: 'ok' | 'warn' | 'error';
  seen: string;
  figures: Figures;
};

/** A fault, as grave as it usually is unless told otherwise. */
export function fault(
  id: FaultId,
  seen: string,
  figures: Figures = {},
  severity: 'warn' | 'error' = faults[id].severity,
): Remark {
  return { id, check: faults[id].check, severity, seen, figures };
}

export function fine(check: Check, seen: string, figures: Figures = {}): Remark {
  return { id: check, check, severity: 'ok', seen, figures };
}

/** The faults of a check, or that it is well. */
export function faultsOr(found: (Remark | null | false)[], well: Remark): Remark[] {
  const real = found.filter((remark) => remark !== null && remark !== false);
  return real.length > 0 ? real : [well];
}

/** Milliseconds as people say them. */
export function inWords(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

/** Bytes as people say them. */
export function bytesInWords(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`;
}
