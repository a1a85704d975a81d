import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeCertificate } from '../support/certificate';
import type { ShippedProgram } from '../support/shipped-lines';
import { testFolder } from '../support/test-run';
import { changeBy } from './added-line';
import { modules } from './apache';
import { shippedConfig } from './run-proxy';
import { host } from './visit';

/** It opens its ports to try them: those that anybody may, and on IPv4 alone, as there may be nothing else. */
const openPorts = {
  'listen [::]:443': 'listen 127.0.0.3:8443',
  'listen [::]:80': 'listen 127.0.0.3:8080',
  'listen 443': 'listen 127.0.0.1:8443',
  'listen 80': 'listen 127.0.0.1:8080',
};

/** Asks the program whether it takes its file of deploy/, with a line added. Answers its objections, or null. */
export async function objectionsTo(program: ShippedProgram, line = ''): Promise<string | null> {
  const folder = testFolder('config');
  const { cert, key, both } = await writeCertificate(folder, host);
  const withLine = changeBy(program, line);
  const certificate = {
    '/etc/ssl/signalbox/fullchain.pem': cert,
    '/etc/ssl/signalbox/privkey.pem': key,
  };
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  switch (program) {
    case 'nginx': {
      const site = shippedConfig('nginx.conf', { ...withLine, ...certificate, ...openPorts });
      const main = `pid ${folder}/nginx.pid; events {} http { ${site} }`;
      return objections('nginx', ['-t', '-p', folder, '-e', 'stderr', '-c', write('nginx.conf', main)]);
    }
    case 'Caddy': {
      const config = write('Caddyfile', shippedConfig('Caddyfile', withLine));
      return objections('caddy', ['validate', '--adapter', 'caddyfile', '--config', config], {
        XDG_DATA_HOME: folder,
      });
    }
    case 'HAProxy': {
      const pem = { '/etc/haproxy/certs/status.example.com.pem': both };
      return objections('haproxy', [
        '-c',
        '-f',
        write('haproxy.cfg', shippedConfig('haproxy.cfg', { ...withLine, ...pem })),
      ]);
    }
    case 'Apache': {
      const site = shippedConfig('apache.conf', { ...withLine, ...certificate });
      const load = [...modules, 'cache'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      );
      const main = [
        `ServerRoot ${folder}`,
        `DefaultRuntimeDir ${folder}`,
        `ErrorLog ${folder}/log`,
        ...load,
        site,
      ];
      return objections('apache2', ['-t', '-f', write('apache.conf', main.join('\n'))]);
    }
    case 'Varnish': {
      const vcl = write('site.vcl', shippedConfig('varnish.vcl', withLine));
      return objections('varnishd', ['-j', 'none', '-C', '-f', vcl, '-n', join(folder, 'work')]);
    }
  }
}

async function objections(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<string | null> {
  try {
    await promisify(execFile)(command, args, { env: { ...process.env, ...env }, maxBuffer: 16 * 1024 ** 2 });
    return null;
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message,
    } = error as { stdout?: string; stderr?: string; message: string };
    return stdout + stderr || message;
  }
}
