import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Writes a certificate for `host` into `folder`; `both` holds it with its key in one file. */
export async function writeCertificate(folder: string, host: string) {
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: host },
          // What another proxy calls it.
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  return {
    cert: write('cert.pem', cert),
    key: write('key.pem', key),
    both: write('both.pem', `${cert}\n${key}`),
  };
}
