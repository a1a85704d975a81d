import { spawn } from 'node:child_process';
import { doctor } from '@/lib/doctor/doctor';
import { type Report, report } from '@/lib/doctor/report';
import { end } from './child';
import { noteProcess } from './test-run';

export type Diagnosis = { code: number; report: Report; faults: string[] };
export type Said = { code: number; printed: string; errors: string };

/** Runs the doctor with `--json`, and holds what it prints to its schema. */
export async function askDoctor(...args: string[]): Promise<Diagnosis> {
  return diagnosisIn(await runDoctor(...args, '--json'));
}

/** What a doctor printed who was asked with `--json`, held to its schema. */
export function diagnosisIn({ code, printed }: Said): Diagnosis {
  const parsed = report.parse(JSON.parse(printed));
  const faults = parsed.findings.filter(({ severity }) => severity !== 'ok').map(({ id }) => id);
  return { code, report: parsed, faults };
}

/** Runs the doctor, and gathers what it prints. */
export async function runDoctor(...args: string[]): Promise<Said> {
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

/** Runs the command itself as a script does, in a process of its own. */
export async function runCommand(args: string[], env: Record<string, string> = {}): Promise<Said> {
  const child = spawn(process.execPath, ['bin/doctor.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  noteProcess(child.pid);
  let printed = '';
  let errors = '';
  child.stdout.on('data', (text) => (printed += text));
  child.stderr.on('data', (text) => (errors += text));
  await new Promise((resolve) => child.once('close', resolve));
  return { code: Number(await end(child, 'SIGTERM')), printed, errors };
}
