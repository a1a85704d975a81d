import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { collectOutput, end, waitUntilReady } from './child';
import { freePort } from './free-port';
import { findOnPath, installPackage, mayInstall } from './install';
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
};

/** Starts a Redis server of the test's own on a free port. */
export async function startRedis(): Promise<TestRedis> {
  const command = await redisCommand();
  const port = await freePort();
  let child: ChildProcess | undefined = await launch(command, port);
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
      child = await launch(command, port);
    },
  };
}

type Command = (port: number) => [string, string[]];

async function redisCommand(): Promise<Command> {
  if (!findOnPath('redis-server', 'valkey-server') && mayInstall()) await installPackage('redis-server');
  const server = findOnPath('redis-server', 'valkey-server');
  if (server) return (port) => [server, serverArguments(port)];
  const docker = findOnPath('docker');
  if (docker) return (port) => [docker, dockerArguments(port)];
  throw new Error('The integration tests need Redis: install redis-server or Docker, and run them again.');
}

const serverArguments = (port: number) => [
  ...['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
  ...['--dir', testFolder('redis'), '--daemonize', 'no'],
];

const dockerArguments = (port: number) => [
  ...['run', '--rm', '--init', '--publish', `127.0.0.1:${port}:6379`, 'redis:7-alpine'],
  ...['redis-server', '--save', '', '--appendonly', 'no'],
];

async function launch(command: Command, port: number): Promise<ChildProcess> {
  const [program, args] = command(port);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  noteProcess(child.pid);
  await waitUntilReady(child, collectOutput(child), () => ping(port));
  return child;
}

/** Speaks the protocol itself, so that readiness depends on no client's settings. */
function ping(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      resolve(chunk.toString().startsWith('+PONG'));
      socket.destroy();
    });
  });
}
