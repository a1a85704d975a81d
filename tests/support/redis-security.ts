import { readFileSync } from 'node:fs';
import type { RedisOptions } from 'ioredis';
import { writeCertificate } from './certificate';
import { testFolder } from './test-run';

/** How a Redis of the test's own is kept from strangers. */
export type RedisSecurity = {
  /** What a server or a sentinel that listens at `port` is told, a line each: `requirepass secret`. */
  settings(of: 'server' | 'sentinel', port: number): string[];
  /** How its operator, who may do all, connects to any of them. */
  operator: RedisOptions;
  /** The certificate to trust, where connections are encrypted. */
  certificate?: string;
};

type Wanted = {
  /** With a certificate of the test's own. */
  isEncrypted: boolean;
  /** Of the `default` user, who is the operator. */
  password: string;
  /** Users beside it, as an ACL has them: `app on >secret ~* &* +@all`. */
  users?: { server: string; sentinel: string };
};

/** Settings that ask for a login, and for TLS. */
export async function secureRedis({ isEncrypted, password, users }: Wanted): Promise<RedisSecurity> {
  const { cert, key } = await writeCertificate(testFolder('redis-tls'), 'redis.example.com');
  const encrypted = (port: number) => [
    ...['port 0', `tls-port ${port}`, 'tls-replication yes', 'tls-cluster yes', 'tls-auth-clients no'],
    ...[`tls-cert-file ${cert}`, `tls-key-file ${key}`, `tls-ca-cert-file ${cert}`],
  ];
  return {
    settings: (of, port) => [
      `requirepass ${password}`,
      // What a replica says to its primary.
      ...(of === 'server' ? [`masterauth ${password}`] : []),
      ...(users ? [`user ${users[of]}`] : []),
      ...(isEncrypted ? encrypted(port) : []),
    ],
    operator: { password, ...(isEncrypted && { tls: { ca: readFileSync(cert) } }) },
    ...(isEncrypted && { certificate: cert }),
  };
}
