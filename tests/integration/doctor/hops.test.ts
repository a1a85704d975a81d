import { describe, expect, it } from 'vitest';
import { askDoctor, runDoctor } from '@/tests/support/ask-doctor';
import { freePort } from '@/tests/support/free-port';
import { publicHost } from '@/tests/support/sabotage-cases';
import { type Sabotage, startSabotageProxy } from '@/tests/support/sabotage-proxy';
import { compressing, holdingFor } from '@/tests/support/sabotaged-bodies';
import { sabotages } from '@/tests/support/sabotages';
import { inProduction } from './doctor-app';

const app = inProduction();
const flags = ['--host', publicHost, '--seconds', '9'];

/** A CDN in front of a load balancer in front of the app. */
async function through(outer: Sabotage, inner: Sabotage, ...args: string[]) {
  const balancer = await startSabotageProxy(app.port, inner);
  const cdn = await startSabotageProxy(Number(new URL(balancer.url).port), outer);
  try {
    const hops = ['--hop', balancer.url, '--hop', app.url];
    const diagnosis = await askDoctor(cdn.url, ...hops, ...flags, ...args);
    return { ...diagnosis, cdn: cdn.url, balancer: balancer.url };
  } finally {
    await cdn.stop();
    await balancer.stop();
  }
}

describe.concurrent('the doctor, given the hops', () => {
  it('finds nothing wrong with three that are well', async () => {
    const { faults, report } = await through({}, {});
    expect(faults).toEqual([]);
    expect(report.hops.map(({ isReachable }) => isReachable)).toEqual([true, true, true]);
  });

  it('places a fault of the outer hop between it and the next', async () => {
    const { faults, report, cdn, balancer } = await through(compressing(true), {});
    expect(faults).toEqual(['recompressed']);
    expect(report.findings[0]).toMatchObject({ at: cdn, between: [cdn, balancer] });
  });

  it('places a fault that shows at two hops behind the inner one', async () => {
    const { faults, report, balancer } = await through({}, sabotages['resume-header']);
    expect(faults).toEqual(['resume-header']);
    expect(report.findings[0]).toMatchObject({ at: balancer, between: [balancer, app.url] });
  });

  it('tells two faults at two hops apart', async () => {
    const { faults, report, cdn, balancer } = await through(sabotages.vary, sabotages['polling-validator']);
    expect(faults.sort()).toEqual(['polling-validator', 'vary']);
    const betweens = new Map(report.findings.map(({ id, between }) => [id, between]));
    expect(betweens.get('vary')).toEqual([cdn, balancer]);
    expect(betweens.get('polling-validator')).toEqual([balancer, app.url]);
  });

  it('says with 2 that nobody answers', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { code, faults, report } = await askDoctor(url, ...flags);
    expect({ code, faults, verdict: report.verdict }).toEqual({
      code: 2,
      faults: ['unreachable'],
      verdict: 'unreachable',
    });
    expect(report.hops[0]?.notJudged).toContain('redirects');
  });

  it('tells people what it saw, why it matters and what mends it', async () => {
    const proxy = await startSabotageProxy(app.port, {
      ...sabotages.cors,
      answered: (headers) => [
        ...headers.filter(([name]) => !/allow-origin/i.test(name)),
        ['Server', 'nginx/1.22.1'],
      ],
    });
    const { code, printed, errors } = await runDoctor(proxy.url, ...flags);
    await proxy.stop();
    expect(printed).toContain(`! cors  at ${proxy.url}`);
    expect(printed).toMatch(/ {2}Seen {2}.+\n {2}Why {3}.+\n {2}Mend {2}nginx: .+/);
    expect(printed).toContain('0 errors, 1 warning');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });
});

describe.concurrent('the doctor, through TLS', () => {
  async function throughHttp2(sabotage: Sabotage) {
    const proxy = await startSabotageProxy(app.port, { ...sabotage, tls: { name: publicHost, http2: true } });
    const diagnosis = await askDoctor(proxy.url, ...flags, '--insecure');
    await proxy.stop();
    return diagnosis;
  }

  it('listens over HTTP/2 where it is offered', async () => {
    const { faults, report } = await throughHttp2({});
    expect(faults).toEqual([]);
    expect(report.hops[0]?.protocol).toBe('h2');
  });

  it('judges what http leads to, and does not blame http for it', async () => {
    const front = await startSabotageProxy(app.port, { tls: { name: 'other.example.com', http2: true } });
    const location = front.url.replace('127.0.0.1', '0.0.0.0');
    const upgrade = await startSabotageProxy(app.port, {
      answer: ({ url }, answer) => {
        answer.writeHead(308, { Location: `${location}${url}` }).end();
        return true;
      },
    });
    const { faults } = await askDoctor(upgrade.url.replace('127.0.0.1', '0.0.0.0'), ...flags);
    await upgrade.stop();
    await front.stop();
    expect(faults.sort()).toEqual(['certificate-name', 'certificate-untrusted']);
  });

  it('notices what goes wrong over HTTP/2 alone', async () => {
    const hold = holdingFor(2_300);
    const { faults } = await throughHttp2({
      body: (given, answer, asked) =>
        asked.httpVersion === '2.0' ? hold?.(given, answer, asked) : void given.pipe(answer),
    });
    expect(faults).toEqual(['buffered']);
  });

  it('leaves the certificate alone when told to', async () => {
    const proxy = await startSabotageProxy(app.port, { tls: { name: 'other.example.com' } });
    const { code, faults } = await askDoctor(proxy.url, ...flags, '--insecure');
    await proxy.stop();
    expect({ code, faults }).toEqual({ code: 0, faults: ['http1-only'] });
  });
});
