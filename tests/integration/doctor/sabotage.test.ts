import pLimit from 'p-limit';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultIds, faults as known } from '@/lib/doctor/faults';
import { askDoctor, type Diagnosis, diagnosisIn, runCommand } from '@/tests/support/ask-doctor';
import { publicHost, type SabotageCase, sabotageCases } from '@/tests/support/sabotage-cases';
import { type Sabotage, startSabotageProxy } from '@/tests/support/sabotage-proxy';
import { compressing, holdingFor } from '@/tests/support/sabotaged-bodies';
import { testAuthority } from '@/tests/support/test-authority';
import { inProduction } from './doctor-app';

const app = inProduction();
const titleOf = ({ fault, how }: SabotageCase) => (how ? `${fault} of what ${how}` : fault);
const others: Record<string, Sabotage> = {
  'no sabotage': {},
  'held for a while': { body: holdingFor(2_300) },
  'held by a compressor': compressing(false),
};

/** Each takes its seconds, and little of the machine: they run side by side. */
const diagnoses = new Map<string, Promise<Diagnosis>>();
beforeAll(() => {
  const limit = pLimit(12);
  const examineLater = (title: string, how: Omit<SabotageCase, 'fault'>) => {
    const diagnosis = limit(() => examine(how));
    // Whoever asks for it gets the error.
    diagnosis.catch(() => {});
    diagnoses.set(title, diagnosis);
  };
  for (const [title, sabotage] of Object.entries(others))
    examineLater(title, { start: (appPort) => startSabotageProxy(appPort, sabotage) });
  for (const one of sabotageCases) examineLater(titleOf(one), one);
});

async function examine({ start, address, flags = [], isTrusting }: Omit<SabotageCase, 'fault'>) {
  const { url, stop } = await start(app.port);
  const args = [address?.(url) ?? url, '--host', publicHost, '--seconds', '9', ...flags];
  try {
    if (!isTrusting) return await askDoctor(...args);
    const { file } = await testAuthority();
    return diagnosisIn(await runCommand([...args, '--json'], { NODE_EXTRA_CA_CERTS: file }));
  } finally {
    await stop();
  }
}

async function diagnosisOf(title: string): Promise<Diagnosis> {
  const diagnosis = await diagnoses.get(title);
  if (!diagnosis) throw new Error(`nothing was examined as ${title}`);
  return diagnosis;
}

describe('the doctor', () => {
  it('has each of its faults shown to it', () => {
    expect(new Set(sabotageCases.map(({ fault }) => fault))).toEqual(new Set(faultIds));
  });

  it('finds nothing wrong with a proxy that does all right', async () => {
    const { code, faults, report } = await diagnosisOf('no sabotage');
    expect(faults).toEqual([]);
    expect({ code, verdict: report.verdict }).toEqual({ code: 0, verdict: 'healthy' });
    expect(report.hops[0]?.heartbeatMs).toBeGreaterThan(0);
    expect(report.hops[0]?.notJudged).toEqual([]);
  });

  it.each(sabotageCases.map((one) => [titleOf(one), one.fault]))(
    'names %s, and that alone',
    async (title, id) => {
      const { code, faults, report } = await diagnosisOf(title);
      const [finding] = report.findings;
      expect(faults, JSON.stringify(report.findings.slice(0, 3))).toEqual([id]);
      const isOut = report.verdict === 'unreachable';
      expect(code).toBe(isOut ? 2 : finding?.severity === 'error' ? 1 : 0);
      expect(isOut).toBe(id === 'unreachable' || id === 'tls-failed');
      expect(finding?.why).toBe(known[id].why);
      expect(finding?.mend.length).toBeGreaterThan(0);
    },
  );

  it('measures how long and how much a proxy holds back', async () => {
    const { faults, report } = await diagnosisOf('held for a while');
    expect(faults).toEqual(['buffered']);
    expect(report.findings[0]?.figures.heldMs).toBeGreaterThan(1_000);
    expect(report.findings[0]?.figures.bunchBytes).toBeGreaterThan(100);
  });

  it('tells a compressor that keeps bytes back from buffering', async () => {
    const { faults, report } = await diagnosisOf('held by a compressor');
    expect(faults).toEqual(['recompressed']);
    expect(report.findings[0]).toMatchObject({ severity: 'error', figures: { encoding: 'gzip' } });
  });

  it('notices that visitors share one answer', async () => {
    const { report } = await diagnosisOf('shared');
    expect(report.findings[0]?.figures.sameRetry).toBeGreaterThanOrEqual(2_000);
  });

  it('says what there was no time for', async () => {
    const { report } = await diagnosisOf('out-of-time');
    const left = `${report.findings[0]?.figures.checks}`.split(', ');
    expect(left.toSorted()).toEqual(report.hops[0]?.notJudged.toSorted());
    expect(left).toContain('guard');
  });
});
