import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collectOutput, end, waitUntilReady } from './child';
import { freePort } from './free-port';
import { noteProcess, testFolder } from './test-run';

export type TestApp = {
  url: string;
  port: number;
  /** Its current folder: `.data` and `.env` are looked for there. */
  folder: string;
  /** All it has printed since its last start. */
  readonly output: string;
  readonly pid: number;
  /** Ends it with SIGTERM and waits. Answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | string | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Stops it if it runs, and starts it again on the same port and data. */
  restart(): Promise<void>;
};

type Options = { env?: Record<string, string>; port?: number; folder?: string };

const server = join(process.cwd(), 'dist/server.mjs');

/** Starts the built product. Without DATABASE_URL it starts an embedded PostgreSQL in a folder of its own. */
export async function startApp(options: Options = {}): Promise<TestApp> {
  const port = options.port ?? (await freePort());
  const folder = options.folder ?? testFolder('app');
  const url = `http://localhost:${port}`;
  let { child, output } = await launch();

  async function launch() {
    const child = runServer({ ...options.env, PORT: `${port}` }, folder);
    const output = collectOutput(child);
    await waitUntilReady(child, output, async () => (await fetch(`${url}/api/health/live`)).ok);
    return { child, output };
  }

  return {
    url,
    port,
    folder,
    get output() {
      return output();
    },
    get pid() {
      return child.pid ?? 0;
    },
    stop: (signal = 'SIGTERM') => end(child, signal),
    kill: async () => void (await end(child, 'SIGKILL')),
    async restart() {
      await end(child, 'SIGTERM');
      ({ child, output } = await launch());
    },
  };
}

/** Runs the built product without waiting for it, for starts that are meant to fail. */
export function runServer(env: Record<string, string>, folder = testFolder('app')): ChildProcess {
  if (!existsSync(server)) throw new Error('The product is not built. Run `npm run build`, or `npm test`.');
  const { PATH, HOME, TMPDIR } = process.env;
  // None of the settings of whoever runs the tests.
  const clean = { PATH, HOME, TMPDIR, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, [server], {
    cwd: folder,
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  noteProcess(child.pid);
  return child;
}
