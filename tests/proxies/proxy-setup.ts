import { delimiter } from 'node:path';
import { findOnPath, installPackages, mayInstall } from '../support/install';
import setUpIntegration from '../support/integration-setup';

/** Each program, and Debian's package that brings it. */
const programs = {
  nginx: 'nginx-light',
  caddy: 'caddy',
  haproxy: 'haproxy',
  apache2: 'apache2',
  varnishd: 'varnish',
};

/** Vitest calls it once, before the first test with proxies; what it returns is called after the last one. */
export default async function setUp() {
  // Debian keeps servers where only administrators look.
  process.env.PATH = [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter);
  const missing = () => Object.entries(programs).filter(([program]) => !findOnPath(program));
  if (missing().length > 0 && mayInstall()) await installPackages(missing().map(([, name]) => name));
  if (missing().length > 0) {
    const names = missing().map(([, name]) => name);
    throw new Error(`The tests with proxies need the real ones. Install ${names.join(', ')}.`);
  }
  return setUpIntegration();
}
