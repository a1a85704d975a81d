import { describe, expect, it } from 'vitest';
import { parseOptions } from '@/lib/doctor/options';

const run = (...args: string[]) => {
  const parsed = parseOptions(args);
  if (parsed.kind !== 'run') throw new Error(`not run: ${JSON.stringify(parsed)}`);
  return parsed.options;
};

describe("the doctor's command line", () => {
  it('takes https where no scheme is given, and the address for host and origin', () => {
    expect(run('status.example.com').targets).toEqual([
      {
        base: new URL('https://status.example.com'),
        host: 'status.example.com',
        origin: 'https://status.example.com',
      },
    ]);
  });

  it("leaves the stream's own path away", () => {
    expect(run('http://localhost:3000/api/status/stream').targets[0].base.href).toBe(
      'http://localhost:3000/',
    );
  });

  it('asks each hop under the public host', () => {
    const { targets } = run(
      'https://status.example.com',
      '--hop',
      'http://10.0.0.7:8080',
      '--hop',
      '10.0.0.9',
    );
    expect(targets.map(({ base, host, origin }) => [base.origin, host, origin])).toEqual([
      ['https://status.example.com', 'status.example.com', 'https://status.example.com'],
      ['http://10.0.0.7:8080', 'status.example.com', 'https://status.example.com'],
      ['https://10.0.0.9', 'status.example.com', 'https://status.example.com'],
    ]);
  });

  it('takes another host and origin', () => {
    const { targets } = run(
      'http://127.0.0.1:3000',
      '--host',
      'status.example.com',
      '--origin',
      'https://a.example',
    );
    expect(targets[0]).toMatchObject({ host: 'status.example.com', origin: 'https://a.example' });
  });

  it.each([
    [[], /which address/],
    [['a', 'b'], /--hop b/],
    [['ftp://a'], /neither http nor https/],
    [['https://'], /not an address/],
    [['a', '--seconds', '1'], /from 5 to 600/],
    [['a', '--seconds', 'soon'], /from 5 to 600/],
    [['a', '--origin', 'https://a/path'], /--origin/],
    [['a', '--host', 'a/b'], /--host/],
    [['a', '--frobnicate'], /frobnicate/],
    [['a', ...Array(6).fill('--hop=b')], /At most 5/],
  ])('refuses %j in words', (args, words) => {
    expect(parseOptions(args)).toEqual({ kind: 'wrong', words: expect.stringMatching(words) });
  });

  it('helps', () => {
    expect(parseOptions(['--help'])).toEqual({ kind: 'help' });
  });
});
