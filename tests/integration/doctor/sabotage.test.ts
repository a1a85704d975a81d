import pLimit from 'p-limit';
import { beforeAll, describe, expect, it } from 'vitest';
import { faults as known } from '@/lib/doctor/faults';
import { askDoctor, type Diagnosis } from '@/tests/support/ask-doctor';
import { type Sabotage, startSabotageProxy } from '@/tests/support/sabotage-proxy';
import { compressing, holdingFor } from '@/tests/support/sabotaged-bodies';
import { sabotages, sharing } from '@/tests/support/sabotages';
import { inProduction, publicHost } from './doctor-app';

const app = inProduction();
const others = (): Record<string, Sabotage> => ({
  'no sabotage': {},
  'held for a while': { body: holdingFor(2_300) },
  'held by a compressor': compressing(false),
  'one answer for all': sharing(app.port),
});

/** Each takes its seconds, and little of the machine: they run side by side. */
const diagnoses = new Map<string, Promise<Diagnosis>>();
beforeAll(() => {
  const limit = pLimit(10);
  for (const [name, sabotage] of Object.entries({ ...sabotages, ...others() })) {
    const diagnosis = limit(() => examine(sabotage));
    // Whoever asks for it gets the error.
    diagnosis.catch(() => {});
    diagnoses.set(name, diagnosis);
  }
});

async function examine(sabotage: Sabotage): Promise<Diagnosis> {
  const proxy = await startSabotageProxy(app.port, sabotage);
  try {
    return await askDoctor(proxy.url, '--host', publicHost, '--seconds', '9');
  } finally {
    await proxy.stop();
  }
}

async function diagnosisOf(name: string): Promise<Diagnosis> {
  const diagnosis = await diagnoses.get(name);
  if (!diagnosis) throw new Error(`nothing was examined as ${name}`);
  return diagnosis;
}

describe('the doctor', () => {
  it('finds nothing wrong with a proxy that does all right', async () => {
    const { code, faults, report } = await diagnosisOf('no sabotage');
    expect(faults).toEqual([]);
    expect({ code, verdict: report.verdict }).toEqual({ code: 0, verdict: 'healthy' });
    expect(report.hops[0]?.heartbeatMs).toBeGreaterThan(0);
    expect(report.hops[0]?.notJudged).toEqual([]);
  });

  it.each(Object.keys(sabotages))('names %s, and that alone', async (id) => {
    const { code, faults, report } = await diagnosisOf(id);
    expect(faults, JSON.stringify(report.findings.slice(0, 3))).toEqual([id]);
    const [finding] = report.findings;
    expect(code).toBe(finding?.severity === 'error' ? 1 : 0);
    expect(finding?.why).toBe(known[id as keyof typeof known].why);
    expect(finding?.mend.length).toBeGreaterThan(0);
  });

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
    const { faults, report } = await diagnosisOf('one answer for all');
    expect(faults).toEqual(['shared']);
    expect(report.findings[0]?.figures.sameRetry).toBeGreaterThanOrEqual(2_000);
  });
});
