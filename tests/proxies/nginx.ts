import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCertificate } from '../support/certificate';
import { freePort } from '../support/free-port';
import { testFolder } from '../support/test-run';
import { type RunningProxy, runProxy, type Site, shippedConfig } from './run-proxy';

/** nginx with deploy/nginx.conf, in a server that compresses all it can, as many do. */
export async function startNginx({
  upstream,
  host,
  changes,
}: Site): Promise<RunningProxy & { certificate: string }> {
  const folder = testFolder('nginx');
  const { cert, key } = await writeCertificate(folder, host);
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = shippedConfig('nginx.conf', {
    ...changes,
    '127.0.0.1:3000': upstream,
    'status.example.com': host,
    // A second address, for what shall listen on IPv6 where there may be none.
    'listen [::]:443': `listen 127.0.0.3:${port}`,
    'listen [::]:80': `listen 127.0.0.3:${plainPort}`,
    'listen 443': `listen 127.0.0.1:${port}`,
    'listen 80': `listen 127.0.0.1:${plainPort}`,
    '/etc/ssl/signalbox/fullchain.pem': cert,
    '/etc/ssl/signalbox/privkey.pem': key,
  });
  return { ...(await run(folder, port, site)), certificate: cert };
}

/** nginx as its documentation starts with: one location with a proxy_pass. */
export async function startStockNginx({ upstream }: Site): Promise<RunningProxy> {
  const port = await freePort();
  const site = `server { listen 127.0.0.1:${port}; location / { proxy_pass http://${upstream}; } }`;
  return run(testFolder('nginx'), port, site);
}

/** Runs a site the way Debian's nginx.conf includes it, writing below `folder` alone. */
function run(folder: string, port: number, site: string): Promise<RunningProxy> {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(join(folder, 'site.conf'), site);
  const main = [
    'daemon off;',
    `pid ${folder}/nginx.pid;`,
    // The workers read and write this folder, which only its owner may enter.
    process.getuid?.() === 0 ? 'user root;' : '',
    'worker_processes 2;',
    'events {}',
    `http { access_log off; ${folders.join(' ')}`,
    'gzip on; gzip_types *; gzip_proxied any; gzip_min_length 0;',
    `include ${folder}/site.conf; }`,
  ];
  writeFileSync(join(folder, 'nginx.conf'), main.join('\n'));
  const args = ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  return runProxy('nginx', args, { port, folder });
}
