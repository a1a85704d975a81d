import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/free-port';
import { testFolder } from '../support/test-run';
import { type RunningProxy, runProxy, type Site, shippedConfig } from './run-proxy';

/** Varnish with deploy/varnish.vcl. It ends no TLS, so visitors speak plain HTTP to it. */
export async function startVarnish({ upstream, host, changes }: Site): Promise<RunningProxy> {
  const [address, port] = upstream.split(':');
  const vcl = shippedConfig('varnish.vcl', {
    ...changes,
    '"127.0.0.1"': `"${address}"`,
    '"3000"': `"${port}"`,
    'status.example.com': host,
  });
  return run(vcl);
}

/** Varnish as its documentation starts with: a backend, and the built-in rules. */
export async function startStockVarnish({ upstream }: Site): Promise<RunningProxy> {
  const [address, port] = upstream.split(':');
  return run(`vcl 4.1;\nbackend default { .host = "${address}"; .port = "${port}"; }\n`);
}

async function run(vcl: string): Promise<RunningProxy> {
  const folder = testFolder('varnish');
  const port = await freePort();
  writeFileSync(join(folder, 'site.vcl'), vcl);
  const at = ['-n', join(folder, 'work'), '-a', `127.0.0.1:${port}`, '-s', 'malloc,32m'];
  // As whoever runs the tests: its jails need users of its own.
  const args = ['-F', '-j', 'none', '-f', join(folder, 'site.vcl'), ...at];
  // It takes its backend for ill until it has probed it; the app itself refuses a stranger with 403.
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/api/status/stream`)).status === 403;
  return runProxy('varnishd', args, { port, folder, isReady });
}
