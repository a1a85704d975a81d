import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { collectOutput, end, waitUntilReady } from '../../support/child';
import { findOnPath } from '../../support/install';
import { noteProcess, testFolder } from '../../support/test-run';
import type { Contestant } from './contestant';

/** Where Debian's packages put the module, and where nginx itself looks. */
const modules = ['/usr/lib/nginx/modules', '/usr/share/nginx/modules', '/usr/lib64/nginx/modules'];

/** nchan in nginx, fed over HTTP, as it has no word for a Redis channel of others; undefined where not installed. */
export function nchan(stateFile: string): Contestant | undefined {
  const nginx = findOnPath('nginx') ?? ['/usr/sbin/nginx'].find((path) => existsSync(path));
  const module = modules
    .map((folder) => join(folder, 'ngx_nchan_module.so'))
    .find((path) => existsSync(path));
  if (!nginx || !module) return;
  return { name: 'nchan', start: (port) => start(nginx, module, port, readFileSync(stateFile, 'utf8')) };
}

async function start(nginx: string, module: string, port: number, state: string) {
  const folder = testFolder('nchan');
  mkdirSync(join(folder, 'temp'));
  writeFileSync(join(folder, 'nginx.conf'), configuration(module, port));
  const child = spawn(nginx, ['-p', folder, '-e', 'error.log', '-c', 'nginx.conf'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  noteProcess(child.pid);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const publish = (json: string) => post(port, agent, json);
  await waitUntilReady(child, collectOutput(child), async () => {
    await publish(state);
    return true;
  });
  return {
    target: { port, path: '/', headers: {} },
    pids: childrenOf(child.pid ?? 0),
    publish,
    stop: () => {
      agent.destroy();
      return end(child, 'SIGTERM');
    },
  };
}

/** One worker, as the others are one process each. A new stream gets the last message, as theirs get the state. */
const configuration = (module: string, port: number) => `
load_module ${module};
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
worker_rlimit_nofile 20000;
pid nginx.pid;
error_log error.log;
events { worker_connections 19000; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temp/${name};`).join('\n  ')}
  client_max_body_size 2m;
  client_body_buffer_size 1m;
  keepalive_requests 1000000;
  nchan_shared_memory_size 256m;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = / {
      nchan_subscriber eventsource;
      nchan_channel_id status;
      nchan_subscriber_first_message -1;
      nchan_eventsource_ping_interval 15;
    }
    location = /publish {
      nchan_publisher;
      nchan_channel_id status;
      nchan_message_buffer_length 1;
    }
  }
}
`;

function post(port: number, agent: Agent, json: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, agent, path: '/publish', method: 'POST' });
    asked.on('error', reject);
    asked.on('response', (response) => {
      response.resume();
      response.on('end', () =>
        (response.statusCode ?? 500) < 300 ? resolve() : reject(new Error(`nchan: ${response.statusCode}`)),
      );
    });
    asked.end(json);
  });
}

function childrenOf(pid: number): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((number) => parentOf(number) === pid);
}

function parentOf(pid: number): number | undefined {
  try {
    // The command's name, in brackets, may hold anything.
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/);
    return Number(after.split(' ')[1]);
  } catch {
    return undefined;
  }
}
