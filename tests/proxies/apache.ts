import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCertificate } from '../support/certificate';
import { freePort } from '../support/free-port';
import { testFolder } from '../support/test-run';
import { type RunningProxy, runProxy, type Site, shippedConfig } from './run-proxy';

/** What deploy/apache.conf needs, and what might work on its answers. */
export const modules = [
  ...['mpm_event', 'authz_core', 'alias', 'env', 'headers', 'filter', 'deflate'],
  ...['socache_shmcb', 'ssl', 'http2', 'proxy', 'proxy_http', 'reqtimeout'],
];

/** Apache with deploy/apache.conf, in a server that compresses all it can. */
export async function startApache({ upstream, host, changes }: Site): Promise<RunningProxy> {
  const folder = testFolder('apache');
  const { cert, key } = await writeCertificate(folder, host);
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = shippedConfig('apache.conf', {
    ...changes,
    '127.0.0.1:3000': upstream,
    'status.example.com': host,
    '*:443': `*:${port}`,
    '*:80': `*:${plainPort}`,
    '/etc/ssl/signalbox/fullchain.pem': cert,
    '/etc/ssl/signalbox/privkey.pem': key,
  });
  return run(folder, [port, plainPort], site);
}

/** Apache as its documentation starts with: ProxyPass and ProxyPassReverse. */
export async function startStockApache({ upstream }: Site): Promise<RunningProxy> {
  const port = await freePort();
  const site = ['ProxyPass', 'ProxyPassReverse'].map((line) => `${line} / http://${upstream}/`);
  return run(testFolder('apache'), [port], site.join('\n'));
}

function run(folder: string, ports: number[], site: string): Promise<RunningProxy> {
  writeFileSync(join(folder, 'site.conf'), site);
  const main = [
    `ServerRoot ${folder}`,
    `DefaultRuntimeDir ${folder}`,
    'ServerName status.example.com',
    `PidFile ${folder}/apache.pid`,
    `ErrorLog ${folder}/error.log`,
    ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    // It refuses to serve as root.
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    ...ports.map((port) => `Listen 127.0.0.1:${port}`),
    'SetOutputFilter DEFLATE',
    `Include ${folder}/site.conf`,
  ];
  writeFileSync(join(folder, 'apache.conf'), main.join('\n'));
  const args = ['-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND'];
  return runProxy('apache2', args, { port: ports[0] ?? 0, folder });
}
