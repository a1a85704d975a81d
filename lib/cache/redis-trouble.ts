/** Why there is no speaking with Redis: no answer, a login that it refuses, or a certificate that is not trusted. */
export type RedisTrouble = 'down' | 'refused' | 'untrusted';

/** Redis 5 and older say `ERR invalid password`. */
const refusal = /\b(WRONGPASS|NOAUTH|NOPERM|invalid password)\b/;
const ofSentinels = /^All sentinels are unreachable/;
/** OpenSSL's names for what is wrong with a certificate, and Node's for one of another host. */
const distrust = /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY))/;

/** What an error of a connection means, and a sentence that says what to look at. */
export function explainRedisError(error: Error): { trouble: RedisTrouble; words: string } {
  const { message, code = '' } = causeOf(error);
  if (distrust.test(code)) {
    return {
      trouble: 'untrusted',
      words:
        'The certificate of Redis is not trusted: is it for this host, and NODE_EXTRA_CA_CERTS its authority?',
    };
  }
  if (!refusal.test(message)) return { trouble: 'down', words: 'Redis does not answer' };
  return {
    trouble: 'refused',
    words: ofSentinels.test(message)
      ? 'The sentinels refuse the login: check sentinel_username and sentinel_password in REDIS_URL'
      : 'Redis refuses the login: check the user and the password in REDIS_URL',
  };
}

/** A cluster says that all nodes failed, and keeps to itself why the last one did. */
function causeOf(error: Error & { code?: string; lastNodeError?: Error }): {
  message: string;
  code?: string;
} {
  return error.lastNodeError ?? error;
}
