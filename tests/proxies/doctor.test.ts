import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import type { FaultId } from '@/lib/doctor/faults';
import { askDoctor } from '../support/ask-doctor';
import { type ShippedProgram, shippedPrograms } from '../support/shipped-lines';
import { changeBy } from './added-line';
import { startApache } from './apache';
import { behind, type StartProxy, site } from './behind';
import { startCaddy } from './caddy';
import { startHaproxy } from './haproxy';
import { startNginx } from './nginx';
import { startVarnish } from './varnish';
import { host } from './visit';

const here = behind(async () => [], { STREAM_HEARTBEAT_SECONDS: '1', STREAM_MAX_PER_ADDRESS: '0' });
const starts: Record<ShippedProgram, StartProxy> = {
  nginx: startNginx,
  Caddy: startCaddy,
  HAProxy: startHaproxy,
  Apache: startApache,
  Varnish: startVarnish,
};
const limit = pLimit(4);

/** What the doctor says of a program with its file of deploy/, to which a line was added. */
function examine(program: ShippedProgram, line?: string) {
  return limit(async () => {
    const upstream = `127.0.0.1:${here.app.port}`;
    const changes = line === undefined ? {} : changeBy(program, line);
    const { port, stop } = await starts[program]({ upstream, host, changes });
    // It ends no TLS.
    const scheme = program === 'Varnish' ? 'http' : 'https';
    const flags = ['--host', host, '--origin', site, '--insecure', '--seconds', '12'];
    try {
      return await askDoctor(`${scheme}://127.0.0.1:${port}`, ...flags);
    } finally {
      await stop();
    }
  });
}

/** `removed`: what it says to remove, where that is not the very line. */
const harm: [program: ShippedProgram, line: string, fault: FaultId, removed?: string][] = [
  ['nginx', 'proxy_set_header Origin "";', 'origin-stripped'],
  ['nginx', 'proxy_set_header Last-Event-ID "";', 'resume-header'],
  ['nginx', 'proxy_hide_header Vary;', 'vary'],
  [
    'nginx',
    `add_header Access-Control-Allow-Origin ${site};`,
    'duplicate-header',
    'add_header Access-Control-Allow-Origin …;',
  ],
  ['Caddy', 'header_up -Sec-Fetch-Site', 'same-page-refused'],
  ['Caddy', 'header_up Host backend', 'host-rewritten', 'header_up Host …'],
  ['Caddy', 'header -Vary', 'vary'],
  ['HAProxy', 'http-request del-header Last-Event-ID', 'resume-header'],
  ['HAProxy', `http-request set-header Origin ${site}`, 'guard-open'],
  ['Apache', 'RequestHeader unset Origin', 'origin-stripped'],
  ['Apache', 'Header unset Cache-Control', 'cache-control'],
  ['Varnish', 'unset req.http.Last-Event-ID;', 'resume-header'],
  ['Varnish', 'set req.http.Host = "backend";', 'host-rewritten', 'set req.http.Host = "…";'],
];

describe.concurrent('the doctor in front of the real proxies', () => {
  it.each(shippedPrograms)('finds nothing wrong with our %s', { timeout: 120_000 }, async (program) => {
    const { faults, report } = await examine(program);
    expect(faults, JSON.stringify(report.findings.slice(0, 2))).toEqual([]);
    expect(report.hops[0]?.notJudged).toEqual([]);
  });

  it.each(harm)(
    'names what is wrong with %s that says: %s',
    { timeout: 120_000 },
    async (program, line, fault, removed = line) => {
      const { faults, report } = await examine(program, line);
      expect(faults, JSON.stringify(report.findings.slice(0, 2))).toEqual([fault]);
      const [finding] = report.findings;
      // HAProxy shows itself nowhere.
      const mend =
        program === 'HAProxy'
          ? expect.objectContaining({ program: 'any' })
          : { program, line: `remove ${removed}` };
      expect(finding?.mend).toContainEqual(mend);
    },
  );
});
