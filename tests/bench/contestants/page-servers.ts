import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { collectOutput, end, waitUntilReady } from '../../support/child';
import { noteProcess, testFolder } from '../../support/test-run';
import { bundled } from '../bundled';
import type { Target } from '../load/load-stream';

/** As browsers ask. */
export const asBrowser = { 'Accept-Encoding': 'gzip, deflate, br' };

export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** Asks once; what comes is not decoded. */
export async function askOnce({ port, path, headers }: Target): Promise<Answer> {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, resolve).on('error', reject).end();
  });
  const texts = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(texts),
    body: await buffer(response),
  };
}

/** Headers that node:http writes by itself. */
const written = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];

/** Plain node:http that serves these answers, by their path. */
export async function startPlainPages(port: number, answers: ReadonlyMap<string, Answer>) {
  const file = join(testFolder('pages'), 'answers.json');
  const kept = [...answers].map(([path, { headers, body }]) => {
    const own = Object.entries(headers).filter(([name]) => !written.includes(name));
    return [path, { headers: Object.fromEntries(own), base64: body.toString('base64') }];
  });
  writeFileSync(file, JSON.stringify(Object.fromEntries(kept)));
  const child = spawn(process.execPath, [bundled('plain-page-server')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: `${port}`, ANSWERS_FILE: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  noteProcess(child.pid);
  const output = collectOutput(child);
  await waitUntilReady(child, output, async () => output().includes('listening'));
  return { pids: [child.pid ?? 0], stop: () => end(child, 'SIGTERM') };
}
