import { type Env, env } from '@/lib/env';
import { guardSettings } from './guard-settings';
import type { GuardSettings } from './origin-guard';

/** What an answer to a request for the stream depends on. */
export type StreamSettings = {
  guard: GuardSettings;
  trustedProxies: Env['TRUSTED_PROXIES'];
  mayGzip: boolean;
};

/** The settings of this process. */
export function streamSettings(): StreamSettings {
  const settings = env();
  return {
    guard: guardSettings(settings),
    trustedProxies: settings.TRUSTED_PROXIES,
    mayGzip: settings.STREAM_GZIP,
  };
}
