import { describe, expect, it } from 'vitest';
import { explainRedisError } from '@/lib/cache/redis-trouble';

const failed = (message: string, more = {}) => Object.assign(new Error(message), more);
const allFailed = (lastNodeError: Error) => failed('Failed to refresh slots cache.', { lastNodeError });
const sentinels = (last: string) =>
  failed(`All sentinels are unreachable. Retrying from scratch after 100ms. Last error: ${last}`);

describe('an error of a connection to Redis', () => {
  it.each([
    [
      failed('connect ECONNREFUSED 127.0.0.1:6379', { code: 'ECONNREFUSED' }),
      'down',
      'Redis does not answer',
    ],
    [sentinels('Connection is closed.'), 'down', 'Redis does not answer'],
    [failed('WRONGPASS invalid username-password pair'), 'refused', /^Redis refuses .* REDIS_URL$/],
    [failed('Ready check failed: NOAUTH Authentication required.'), 'refused', /^Redis refuses/],
    [failed('ERR invalid password'), 'refused', /^Redis refuses/],
    [allFailed(failed('WRONGPASS invalid username-password pair')), 'refused', /^Redis refuses/],
    [sentinels('NOAUTH Authentication required.'), 'refused', /^The sentinels refuse .*sentinel_password/],
    [failed('self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'untrusted', /EXTRA_CA/],
    [failed('altnames', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'untrusted', /for this host/],
    [allFailed(failed('expired', { code: 'CERT_HAS_EXPIRED' })), 'untrusted', /certificate/],
  ])('%s means %s', (error, trouble, words) => {
    expect(explainRedisError(error)).toEqual({ trouble, words: expect.stringMatching(words) });
  });
});
