import { fork } from 'node:child_process';
import { end } from '../../support/child';
import { noteProcess } from '../../support/test-run';
import { bundled } from '../bundled';
import type { Call, Commands, Reply } from './load-client';

/** The load client's commands, called from the bench's own process. */
export type Load = {
  [Name in keyof Commands]: (
    ...args: Parameters<Commands[Name]>
  ) => Promise<Awaited<ReturnType<Commands[Name]>>>;
} & { stop(): Promise<unknown> };

/** Starts the load client. A call is rejected when the client fails at it, or ends. */
export function startLoad(): Load {
  const child = fork(bundled('load-client'), { execArgv: ['--max-semi-space-size=64'] });
  noteProcess(child.pid);
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  child.on('message', ({ id, result, error }: Reply) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(`the load client: ${error}`));
    else call?.resolve(result);
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the load client ended with ${code}`));
  });
  let calls = 0;
  const call = (name: Call['name'], args: unknown[]) =>
    new Promise((resolve, reject) => {
      const id = calls++;
      waiting.set(id, { resolve, reject });
      child.send({ id, name, args } satisfies Call);
    });
  const calling = Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => call(name, args)]));
  return { ...(calling as Omit<Load, 'stop'>), stop: () => end(child, 'SIGTERM') };
}

const names: Call['name'][] = [
  'ask',
  'open',
  'heard',
  'takeLatencies',
  'counts',
  'follow',
  'back',
  'close',
  'takeOwnLoad',
];
