import type { Arrival } from '../exchange';
import type { Ping } from '../visitor';

/** How far apart the server sends its heartbeats, by its own clock: the middle interval. Null with fewer than two. */
export function intervalMs(pings: readonly Ping[]): number | null {
  const gaps = pings.slice(1).map(({ sentAtMs }, at) => sentAtMs - (pings[at]?.sentAtMs ?? sentAtMs));
  const real = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return real[Math.floor(real.length / 2)] ?? null;
}

/**
 * How much longer the most delayed heartbeat was under way than the least delayed. The clocks need not agree;
 * a delay that is the same for all does not show.
 */
export function heldMs(pings: readonly Ping[]): number {
  const delays = pings.map(({ sentAtMs, atMs }) => atMs - sentAtMs);
  return delays.length < 2 ? 0 : Math.max(...delays) - Math.min(...delays);
}

/** What came within this of each other came together. */
const togetherMs = 150;

/** The bunch with the most heartbeats: how many, and all bytes that came with them. */
export function largestBurst(
  arrivals: readonly Arrival[],
  pings: readonly Ping[],
): { pings: number; bytes: number } {
  const near = (atMs: number) => (other: { atMs: number }) => Math.abs(other.atMs - atMs) <= togetherMs;
  const bursts = pings.map(({ atMs }) => ({
    pings: pings.filter(near(atMs)).length,
    bytes: arrivals.filter(near(atMs)).reduce((sum, { bytes }) => sum + bytes.length, 0),
  }));
  return bursts.reduce((most, burst) => (burst.pings > most.pings ? burst : most), { pings: 0, bytes: 0 });
}
