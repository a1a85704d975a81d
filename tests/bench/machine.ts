import { arch, cpus, freemem, loadavg, platform, release, totalmem } from 'node:os';

/** What the figures were measured on. The load average is that of the last minute, others' work included. */
export function machine() {
  const [first] = cpus();
  const inGb = (bytes: number) => Math.round(bytes / 2 ** 30);
  return {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: inGb(totalmem()),
    freeGb: inGb(freemem()),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    loadAverage: loadavg()[0] ?? 0,
  };
}
