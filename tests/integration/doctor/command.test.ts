import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { report } from '@/lib/doctor/report';
import { end } from '@/tests/support/child';
import { noteProcess } from '@/tests/support/test-run';
import { inProduction, publicHost } from './doctor-app';

const app = inProduction();

/** Runs the command as a script does. */
async function command(...args: string[]) {
  const child = spawn(process.execPath, ['bin/doctor.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  noteProcess(child.pid);
  let printed = '';
  let errors = '';
  child.stdout.on('data', (text) => (printed += text));
  child.stderr.on('data', (text) => (errors += text));
  await new Promise((resolve) => child.once('close', resolve));
  return { code: await end(child, 'SIGTERM'), printed, errors };
}

describe.concurrent('npm run doctor', () => {
  it('prints nothing but the report on its standard output', async () => {
    const { code, printed } = await command(app.url, '--host', publicHost, '--seconds', '9', '--json');
    expect(report.parse(JSON.parse(printed)).verdict).toBe('healthy');
    expect(code).toBe(0);
  });

  it('ends with 2 where it was called wrongly, and says how to call it', async () => {
    const { code, printed, errors } = await command('--frobnicate');
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(errors).toContain('npm run doctor -- <url>');
  });

  it('helps', async () => {
    const { code, printed } = await command('--help');
    expect(code).toBe(0);
    expect(printed).toContain('Exit code: 0 healthy');
  });
});
