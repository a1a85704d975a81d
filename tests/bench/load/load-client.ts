import { performance } from 'node:perf_hooks';
import { ask } from './asker';
import { Crowd } from './crowd';
import { Followers } from './followers';

/** The load client: a process of its own, told what to do over IPC, that tells how busy it was itself. */

const crowd = new Crowd();
const followers = new Followers();
let since = { cpu: process.cpuUsage(), loop: performance.eventLoopUtilization() };

const commands = {
  ask,
  open: crowd.open.bind(crowd),
  heard: crowd.heard.bind(crowd),
  takeLatencies: crowd.takeLatencies.bind(crowd),
  counts: crowd.counts.bind(crowd),
  follow: followers.open.bind(followers),
  back: followers.back.bind(followers),
  close: () => {
    crowd.close();
    followers.close();
  },
  /** Since the last call: CPU in milliseconds, and the share of time the event loop was at work. */
  takeOwnLoad: () => {
    const { user, system } = process.cpuUsage(since.cpu);
    const busy = performance.eventLoopUtilization(since.loop).utilization;
    since = { cpu: process.cpuUsage(), loop: performance.eventLoopUtilization() };
    return { cpuMs: (user + system) / 1000, busy };
  },
};

export type Commands = typeof commands;
export type Call = { id: number; name: keyof Commands; args: unknown[] };
export type Reply = { id: number; result?: unknown; error?: string };

process.on('message', async ({ id, name, args }: Call) => {
  const reply: Reply = { id };
  try {
    const command = commands[name] as (...given: unknown[]) => unknown;
    reply.result = await command(...args);
  } catch (error) {
    reply.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  process.send?.(reply);
});

// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
