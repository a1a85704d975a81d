import { doctor } from '@/lib/doctor/doctor';
import { type Report, report } from '@/lib/doctor/report';

export type Diagnosis = { code: number; report: Report; faults: string[] };

/** Runs the doctor with `--json`, and holds what it prints to its schema. */
export async function askDoctor(...args: string[]): Promise<Diagnosis> {
  const { code, printed } = await runDoctor(...args, '--json');
  const parsed = report.parse(JSON.parse(printed));
  const faults = parsed.findings.filter(({ severity }) => severity !== 'ok').map(({ id }) => id);
  return { code, report: parsed, faults };
}

/** Runs the doctor, and gathers what it prints. */
export async function runDoctor(
  ...args: string[]
): Promise<{ code: number; printed: string; errors: string }> {
  let printed = '';
  let errors = '';
  const gather = (keep: (text: string) => void) => ({ write: (text: string) => keep(text) }) as never;
  const code = await doctor(args, {
    out: gather((text) => (printed += text)),
    errors: gather((text) => (errors += text)),
    hasColours: false,
  });
  return { code, printed, errors };
}
