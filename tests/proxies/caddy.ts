import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { freePort } from '../support/free-port';
import { testFolder } from '../support/test-run';
import { type RunningProxy, runProxy, type Site, shippedConfig } from './run-proxy';

/** Caddy with deploy/Caddyfile. It makes its certificate itself; `trusted` is one of an upstream over TLS. */
export async function startCaddy({ upstream, host, changes }: Site, trusted?: string): Promise<RunningProxy> {
  const site = shippedConfig('Caddyfile', {
    ...changes,
    '127.0.0.1:3000': upstream,
    'status.example.com': host,
  });
  return run(site, host, trusted ? { SSL_CERT_FILE: trusted } : {});
}

/** Caddy as its documentation starts with: an address and a reverse_proxy. */
export async function startStockCaddy({ upstream, host }: Site): Promise<RunningProxy> {
  return run(`http://${host} {\n\treverse_proxy ${upstream}\n}\n`);
}

/** `certified` is the name it shall first make a certificate for. */
async function run(site: string, certified?: string, env = {}): Promise<RunningProxy> {
  const folder = testFolder('caddy');
  const ports = { https: await freePort(), http: await freePort() };
  const here = [
    'admin off',
    // An authority of its own signs for it, whom nobody else has to believe.
    'local_certs',
    'skip_install_trust',
    'default_bind 127.0.0.1',
    `http_port ${ports.http}`,
    `https_port ${ports.https}`,
    `storage file_system ${folder}/storage`,
  ];
  writeFileSync(join(folder, 'site'), site);
  writeFileSync(join(folder, 'Caddyfile'), `{\n\t${here.join('\n\t')}\n}\n\nimport ${folder}/site\n`);
  const args = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  const own = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const start = { port: certified ? ports.https : ports.http, folder, env: { ...own, ...env } };
  if (!certified) return runProxy('caddy', args, start);
  return runProxy('caddy', args, { ...start, isReady: () => hasCertificate(start.port, certified) });
}

/** Whether TLS works already: the port is open a little before the certificate is made. */
function hasCertificate(port: number, servername: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, servername, rejectUnauthorized: false }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
