import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectOutput, end, waitUntilReady } from '@/tests/support/child';
import { freePort } from '@/tests/support/free-port';
import { findOnPath, installPackage, mayInstall } from '@/tests/support/install';
import { noteProcess, testFolder } from '@/tests/support/test-run';

/** Starts the real nginx with these lines in its one location; `outside` goes beside its server. */
export async function startNginx(
  location: string,
  outside = '',
): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = testFolder('nginx');
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    config,
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1; events {}
     http {
       access_log off; ${temp.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
       ${outside}
       server { listen 127.0.0.1:${port}; location / { ${location} } }
     }`,
  );
  const child = spawn(await program(), ['-p', folder, '-e', 'stderr', '-c', config], { stdio: 'pipe' });
  noteProcess(child.pid);
  const url = `http://127.0.0.1:${port}`;
  await waitUntilReady(child, collectOutput(child), async () => (await fetch(`${url}/api/status`)).ok);
  return { url, stop: async () => void (await end(child, 'SIGTERM')) };
}

async function program(): Promise<string> {
  const find = () => findOnPath('nginx', '../sbin/nginx');
  if (!find() && mayInstall()) await installPackage('nginx-light');
  const found = find();
  if (!found) throw new Error('These tests need nginx. Install it, or run them as root on Debian.');
  return found;
}
