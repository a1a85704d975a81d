import type { GuardSettings } from './origin-guard';

/** The part of the settings that says who may listen: origins without a path or a slash at the end. */
export type OriginSettings = { PUBLIC_URL?: string | undefined; ALLOWED_ORIGINS: readonly string[] };

/** Who may listen, from the settings. Only an installation that knows its public address is in production. */
export function guardSettings({ PUBLIC_URL, ALLOWED_ORIGINS }: OriginSettings): GuardSettings {
  const allowedOrigins = [...new Set([...(PUBLIC_URL ? [PUBLIC_URL] : []), ...ALLOWED_ORIGINS])];
  return { allowedOrigins, isProduction: PUBLIC_URL !== undefined };
}
