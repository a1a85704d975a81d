import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultIds } from '@/lib/doctor/faults';
import { mendingLines } from '@/lib/doctor/mending-lines';

/** The file in deploy/ for each program, and what in it makes answers of its own rather than passing them on. */
const shipped = {
  nginx: { file: 'nginx.conf', ownAnswers: /location @\w+ \{[^}]*\}/g },
  Caddy: { file: 'Caddyfile', ownAnswers: /\n\thandle_errors \{[\s\S]*?\n\t\}/g },
  HAProxy: { file: 'haproxy.cfg', ownAnswers: null },
  Apache: { file: 'apache.conf', ownAnswers: null },
  Varnish: { file: 'varnish.vcl', ownAnswers: null },
} as const;

export type ShippedProgram = keyof typeof shipped;
export const shippedPrograms = Object.keys(shipped) as ShippedProgram[];

export const fileOf = (program: ShippedProgram): string => shipped[program].file;

/** The lines of a program's file, without comments and indentation. */
export function shippedLines(program: ShippedProgram): string[] {
  return linesIn(readFileSync(join(process.cwd(), 'deploy', fileOf(program)), 'utf8'));
}

/** As `shippedLines`, but only those that work on what Signalbox answers. */
export function passingLines(program: ShippedProgram): string[] {
  const { file, ownAnswers } = shipped[program];
  const text = readFileSync(join(process.cwd(), 'deploy', file), 'utf8');
  return linesIn(ownAnswers ? text.replaceAll(ownAnswers, '') : text);
}

/** What the doctor says to put into a program's file, and what to remove from it. */
export function mendingOf(program: ShippedProgram): { put: string[]; remove: string[] } {
  const all = [...new Set(faultIds.flatMap((id) => mendingLines[id][program] ?? []))];
  const word = 'remove ';
  return {
    put: all.filter((line) => !line.startsWith(word)),
    remove: all.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length)),
  };
}

function linesIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
