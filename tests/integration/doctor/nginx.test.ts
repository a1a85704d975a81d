import { describe, expect, it } from 'vitest';
import type { FaultId } from '@/lib/doctor/faults';
import { mendingLines } from '@/lib/doctor/mending-lines';
import { askDoctor } from '@/tests/support/ask-doctor';
import { publicHost } from '@/tests/support/sabotage-cases';
import { inProduction } from './doctor-app';
import { startNginx } from './nginx';

const app = inProduction();

async function examine(location: string, { outside = '', args = [] as string[] } = {}) {
  const nginx = await startNginx(`proxy_pass ${app.url}; ${location}`, outside);
  try {
    return await askDoctor(nginx.url, '--host', publicHost, '--seconds', '9', ...args);
  } finally {
    await nginx.stop();
  }
}

/** What the doctor says to put in; it mends only if these tests say so. */
const linesFor = (id: FaultId) => mendingLines[id].nginx?.join(' ') ?? '';
const passHost = linesFor('host-rewritten');
const asDocumented = `${passHost} ${linesFor('buffered')}`;

describe.concurrent('the doctor in front of the real nginx', () => {
  it('finds nothing wrong with the lines it gives itself', async () => {
    const { faults, report } = await examine(asDocumented, { args: ['--hop', app.url] });
    expect(faults).toEqual([]);
    expect(report.hops[0]?.programs).toEqual(['nginx']);
  });

  it('names the Host that its stock configuration rewrites, and the line', async () => {
    const { code, faults, report } = await examine('');
    expect({ code, faults }).toEqual({ code: 1, faults: ['host-rewritten'] });
    expect(report.findings[0]?.mend).toEqual([{ program: 'nginx', line: 'proxy_set_header Host $host;' }]);
  });

  it('names its buffering, and the line', async () => {
    const { faults, report } = await examine(`${passHost} proxy_ignore_headers X-Accel-Buffering;`);
    expect(faults).toEqual(['buffered']);
    expect(report.findings[0]?.mend[0]).toMatchObject({
      program: 'nginx',
      line: expect.stringContaining('proxy_buffering off;'),
    });
  });

  it('names its cache', async () => {
    const outside = 'proxy_cache_path cache keys_zone=all:1m; proxy_cache_valid 1m;';
    const ignored =
      'proxy_ignore_headers Cache-Control Expires Vary; add_header X-Cache $upstream_cache_status;';
    const { faults } = await examine(
      `${asDocumented} proxy_buffering on; proxy_cache all; ${ignored}`.replace('proxy_buffering off;', ''),
      { outside },
    );
    expect(faults).toEqual(['polling-stale']);
  });

  it('names its compression', async () => {
    const lines = asDocumented.replace(
      'gzip off;',
      'gzip on; gzip_types text/event-stream; gzip_min_length 0; proxy_set_header Accept-Encoding "";',
    );
    expect((await examine(lines)).faults).toEqual(['recompressed']);
  });
});
