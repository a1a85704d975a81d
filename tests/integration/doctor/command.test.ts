import { describe, expect, it } from 'vitest';
import { report } from '@/lib/doctor/report';
import { runCommand } from '@/tests/support/ask-doctor';
import { freePort } from '@/tests/support/free-port';
import { publicHost } from '@/tests/support/sabotage-cases';
import { inProduction } from './doctor-app';

const app = inProduction();

describe.concurrent('npm run doctor', () => {
  it('prints nothing but the report on its standard output', async () => {
    const { code, printed } = await runCommand([app.url, '--host', publicHost, '--seconds', '9', '--json']);
    expect(report.parse(JSON.parse(printed)).verdict).toBe('healthy');
    expect(code).toBe(0);
  });

  it('ends with 2 where it was called wrongly, and says how to call it', async () => {
    const { code, printed, errors } = await runCommand(['--frobnicate']);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(errors).toContain('npm run doctor -- <url>');
  });

  it('ends, whatever would keep its process', async () => {
    // As a name that is looked up for minutes would.
    const stay = 'data:text/javascript,setInterval(() => {}, 1000)';
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const { code } = await runCommand([nobody, '--seconds', '5'], {
      NODE_OPTIONS: `--import=${stay.replaceAll(' ', '%20')}`,
    });
    expect(code).toBe(2);
  });

  it('helps', async () => {
    const { code, printed } = await runCommand(['--help']);
    expect(code).toBe(0);
    expect(printed).toContain('Exit code: 0 healthy');
  });
});
