import { constants, createGzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { heldMs, intervalMs, largestBurst } from '@/lib/doctor/checks/measures';
import { emptyExchange } from '@/lib/doctor/exchange';
import { isDeflatedFrameByFrame } from '@/lib/doctor/frame-by-frame';
import { programsIn } from '@/lib/doctor/programs';
import { Frame } from '@/lib/live/frame';
import { newEncoder } from '@/lib/live/stream-encoder';

const ping = (at: number) =>
  `: heartbeat\n\nevent: ping\ndata: {"revision":1042,"now":"2026-11-20T08:00:0${at}.000Z"}\n\n`;
const frames = [0, 1, 2, 3].map(ping);
const head = Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff]);

describe('a gzip body', () => {
  it('whose heartbeats are deflated is a proxy’s', async () => {
    const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
    const chunks: Buffer[] = [];
    gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
    for (const frame of frames) await new Promise((done) => gzip.write(frame, done));
    expect(isDeflatedFrameByFrame(Buffer.concat(chunks))).toBe(false);
  });

  it('that the stream’s own encoder made is our own', () => {
    const state = 'data: {"services":[{"name":"Website","status":"operational"}]}\n\n'.repeat(8);
    const encoder = newEncoder('gzip');
    const encoded = [state, ...frames, state].map((text) => encoder.encode(new Frame(text)));
    expect(isDeflatedFrameByFrame(Buffer.concat(encoded))).toBe(true);
  });

  it('without a heartbeat tells nothing', () => {
    expect(isDeflatedFrameByFrame(head)).toBeNull();
  });

  it('that is none is not ours', () => {
    expect(isDeflatedFrameByFrame(Buffer.from('retry: 2000\n'))).toBe(false);
  });
});

describe('heartbeats', () => {
  const steady = [0, 1, 2, 3].map((at) => ({ sentAtMs: at * 1_000, atMs: 77_000 + at * 1_000 }));
  const bunched = steady.map((one) => ({ ...one, atMs: 80_000 }));

  it('tell their interval by the clock of the server', () => {
    expect([intervalMs(steady), intervalMs(bunched), intervalMs(steady.slice(1, 2))]).toEqual([
      1_000,
      1_000,
      null,
    ]);
  });

  it('tell how long they were held, whatever the clocks say', () => {
    expect([heldMs(steady), heldMs(bunched)]).toEqual([0, 3_000]);
  });

  it('tell how much came at once', () => {
    const arrivals = [
      { atMs: 80_010, bytes: Buffer.alloc(300) },
      { atMs: 90_000, bytes: Buffer.alloc(5) },
    ];
    expect(largestBurst(arrivals, bunched)).toEqual({ pings: 4, bytes: 300 });
  });
});

describe('a program', () => {
  it.each([
    [['Server', 'nginx/1.22.1'], ['nginx']],
    [['Via', '1.1 Caddy'], ['Caddy']],
    [['Via', '1.1 varnish (Varnish/7.1)'], ['Varnish']],
    [['Via', '1.1 abc.cloudfront.net (CloudFront)'], ['CloudFront']],
    [['CF-RAY', '8f'], ['Cloudflare']],
    [['Server', 'Apache/2.4.62'], ['Apache']],
    [['Set-Cookie', 'AWSALB=x'], ['ALB']],
    [['Server', 'something'], []],
  ])('shows itself by %j', (header, expected) => {
    expect(programsIn([{ ...emptyExchange(), headers: [header as [string, string]] }])).toEqual(expected);
  });
});
