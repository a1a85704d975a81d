import { Counter, Gauge } from 'prom-client';
import { singleton } from '@/lib/singleton';
import { registers } from './registry';
import { version } from './version';

/** Brings what Node knows of the process into the registry. Read at each scrape, and cheap with many connections. */
export function defineProcessMetrics(): void {
  singleton('process-metrics', () => {
    new Gauge({
      name: 'signalbox_build_info',
      help: 'Always 1; its labels say what runs.',
      labelNames: ['version', 'node'],
      registers: registers(),
    }).set({ version, node: process.version }, 1);
    new Gauge({
      name: 'signalbox_process_start_time_seconds',
      help: 'When the process started, in seconds since 1970.',
      registers: registers(),
    }).set(Math.round(Date.now() / 1000 - process.uptime()));
    new Counter({
      name: 'signalbox_process_cpu_seconds_total',
      help: 'Processor time used by the process, user and system.',
      registers: registers(),
      collect() {
        const { user, system } = process.cpuUsage();
        this.reset();
        this.inc((user + system) / 1e6);
      },
    });
    const memory = new Gauge({
      name: 'signalbox_process_memory_bytes',
      help: "Memory of the process by kind: rss (all of it), heap (JavaScript's, in use), external (buffers).",
      labelNames: ['kind'],
      registers: registers(),
      collect() {
        const { rss, heapUsed, external } = process.memoryUsage();
        this.set({ kind: 'rss' }, rss);
        this.set({ kind: 'heap' }, heapUsed);
        this.set({ kind: 'external' }, external);
      },
    });
    return memory;
  });
}
