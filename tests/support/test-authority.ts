import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { testFolder } from './test-run';

/** Who signs certificates in the tests. Whoever starts with NODE_EXTRA_CA_CERTS naming `file` believes it. */
export type TestAuthority = { cert: string; key: string; file: string };

let authority: Promise<TestAuthority> | undefined;

/** The one authority of this process. */
export function testAuthority(): Promise<TestAuthority> {
  authority ??= found();
  return authority;
}

async function found(): Promise<TestAuthority> {
  const extensions = [
    { name: 'basicConstraints' as const, cA: true, critical: true },
    { name: 'keyUsage' as const, keyCertSign: true, cRLSign: true, critical: true },
  ];
  const name = [{ name: 'commonName', value: 'Test Authority' }];
  const notBeforeDate = new Date(Date.now() - 365 * 24 * 60 * 60_000);
  const { cert, private: key } = await generate(name, { extensions, notBeforeDate });
  const file = join(testFolder('authority'), 'authority.pem');
  writeFileSync(file, cert);
  return { cert, key, file };
}
