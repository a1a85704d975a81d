import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCertificate } from '../support/certificate';
import { freePort } from '../support/free-port';
import { testFolder } from '../support/test-run';
import { type RunningProxy, runProxy, type Site, shippedConfig } from './run-proxy';

/** HAProxy with deploy/haproxy.cfg. */
export async function startHaproxy({ upstream, host, changes }: Site): Promise<RunningProxy> {
  const folder = testFolder('haproxy');
  const { both } = await writeCertificate(folder, host);
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = shippedConfig('haproxy.cfg', {
    ...changes,
    '127.0.0.1:3000': upstream,
    ':::443': `127.0.0.1:${port}`,
    ':::80': `127.0.0.1:${plainPort}`,
    '/etc/haproxy/certs/status.example.com.pem': both,
    'status.example.com': host,
  });
  return run(folder, port, site);
}

/** HAProxy with the timeouts that Debian ships, a frontend and a server. */
export async function startStockHaproxy({ upstream }: Site): Promise<RunningProxy> {
  const port = await freePort();
  const site = `
defaults
    mode http
    timeout connect 5000
    timeout client 50000
    timeout server 50000
frontend stock
    bind 127.0.0.1:${port}
    default_backend app
backend app
    server one ${upstream}
`;
  return run(testFolder('haproxy'), port, site);
}

function run(folder: string, port: number, site: string): Promise<RunningProxy> {
  writeFileSync(join(folder, 'haproxy.cfg'), `global\n    log stderr local0 err\n\n${site}`);
  const args = ['-db', '-f', join(folder, 'haproxy.cfg')];
  return runProxy('haproxy', args, { port, folder });
}
