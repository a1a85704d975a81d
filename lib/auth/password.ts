import 'server-only';
import { hash, verify } from '@node-rs/argon2';

// argon2id (this library's default) with 19 MiB, 2 passes, 1 lane: the first choice of the OWASP Password Storage
// Cheat Sheet, https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let dummyHash: Promise<string> | undefined;

/** The argon2id hash of `plain`, with its salt and cost written in it. */
export function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize('NFKC'), cost);
}

/**
 * Whether `plain` is the password behind `passwordHash`. Without a hash (no such account) it does the same work
 * and answers no, so that the time taken tells nothing.
 */
export async function isPassword(passwordHash: string | null, plain: string): Promise<boolean> {
  dummyHash ??= hashPassword('nobody has this password');
  const dummy = await dummyHash;
  const matches = await verify(passwordHash ?? dummy, plain.normalize('NFKC')).catch(() => false);
  return passwordHash !== null && matches;
}
