import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { connect as connectEncrypted } from 'node:tls';
import { collectOutput, end, waitUntilReady } from './child';
import { freePort } from './free-port';
import { findOnPath, installPackage, mayInstall } from './install';
import type { RedisSecurity } from './redis-security';
import { noteProcess, testFolder } from './test-run';

export type TestRedis = {
  url: string;
  port: number;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, empty, on the same port. */
  restart(): Promise<void>;
  /** Makes it silent with all its connections open, as a machine that hangs is. */
  pause(): void;
  resume(): void;
};

/** Starts a Redis server of the test's own on a free port. */
export async function startRedis(): Promise<TestRedis> {
  const server = await redisServer();
  if (server) return startRedisServer([]);
  const docker = findOnPath('docker');
  if (!docker) throw new Error(`${needed} or Docker, and run them again.`);
  const port = await freePort();
  return keepRunning(port, [docker, dockerArguments(port)]);
}

const needed = 'The integration tests need Redis: install redis-server';

/** Starts a Redis server with further settings, written as its configuration has them: `cluster-enabled yes`. */
export async function startRedisServer(settings: string[], security?: RedisSecurity): Promise<TestRedis> {
  const port = await freePort();
  const all = [...settings, ...(security?.settings('server', port) ?? [])];
  const args = [...serverArguments(port), ...all.flatMap((setting) => `--${setting}`.split(' '))];
  return keepRunning(port, [await needRedisServer(), args], security);
}

/** The program itself, for what Docker does not do. */
export async function needRedisServer(): Promise<string> {
  const server = await redisServer();
  if (!server) throw new Error(`${needed} and run them again.`);
  return server;
}

async function redisServer(): Promise<string | undefined> {
  if (!findOnPath('redis-server', 'valkey-server') && mayInstall()) await installPackage('redis-server');
  return findOnPath('redis-server', 'valkey-server');
}

const serverArguments = (port: number) => [
  ...['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
  ...['--dir', testFolder('redis'), '--daemonize', 'no'],
];

const dockerArguments = (port: number) => [
  ...['run', '--rm', '--init', '--publish', `127.0.0.1:${port}:6379`, 'redis:7-alpine'],
  ...['redis-server', '--save', '', '--appendonly', 'no'],
];

/** Runs a program that answers PING on `port`, and again when the test says so. */
export async function keepRunning(
  port: number,
  [program, args]: [string, string[]],
  security?: RedisSecurity,
): Promise<TestRedis> {
  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    noteProcess(child.pid);
    await waitUntilReady(child, collectOutput(child), () => ping(port, security));
    return child;
  };
  let child: ChildProcess | undefined = await launch();
  const endWith = async (signal: NodeJS.Signals) => {
    if (child) await end(child, signal);
    child = undefined;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    stop: () => endWith('SIGTERM'),
    kill: () => endWith('SIGKILL'),
    async restart() {
      await endWith('SIGTERM');
      child = await launch();
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
  };
}

/** Speaks the protocol itself, so that readiness depends on no client's settings. */
function ping(port: number, security?: RedisSecurity): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port };
    const socket = security?.operator.tls
      ? connectEncrypted({ ...to, ...security.operator.tls })
      : connect(to);
    socket.write('PING\r\n');
    socket.setTimeout(1_000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      // One that asks who is there is ready, too.
      resolve(/^(\+PONG|-NOAUTH)/.test(chunk.toString()));
      socket.destroy();
    });
  });
}
