import { createHash } from 'node:crypto';

/** The key under which tries for an account count: hashed, so that no e-mail address is left lying in Redis. */
export function accountLimitKey(email: string): string {
  return `account:${createHash('sha256').update(normalEmail(email)).digest('base64url')}`;
}

/** One spelling for an e-mail address however it was typed. */
export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
