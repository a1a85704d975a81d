import 'server-only';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { parseRedisUrl } from './cache/redis-address';
import { singleton } from './singleton';

/** Addresses and networks whose X-Forwarded-For is believed, or how many proxies stand in front. */
export type TrustedProxies = number | string[];

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

const isHost = (text: string) => isIP(text) !== 0 || /^(?!-)[a-z0-9.-]{1,253}$/i.test(text);

const isNetwork = (text: string) => (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text));

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const trustedProxies = z
  .string()
  .refine((text) => /^\d{1,2}$/.test(text) || list(text).every(isNetwork))
  .transform((text): TrustedProxies => (/^\d{1,2}$/.test(text) ? Number(text) : list(text)));

const trueOrFalse = z.enum(['true', 'false']).transform((text) => text === 'true');

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting: what it may be, and the words that say so when it is not. All are optional. */
const settings = {
  PORT: { may: 'a port from 1 to 65535', schema: wholeNumber(1, 65535).default(3000) },
  HOST: { may: 'a host name or an IP address', schema: z.string().refine(isHost).default('localhost') },
  DATABASE_URL: { may: 'a postgresql:// address', schema: url('postgresql:', 'postgres:').optional() },
  REDIS_URL: {
    may: 'a redis:// or rediss:// address, redis+sentinel://host:26379,host2:26379/mymaster, or redis+cluster://host:7001,host2:7002',
    schema: z
      .string()
      .refine((text) => parseRedisUrl(text) !== null)
      .optional(),
  },
  PUBLIC_URL: {
    may: 'an origin such as https://status.example.com, without a path or a slash at its end',
    schema: z.string().refine(isOrigin).optional(),
  },
  ALLOWED_ORIGINS: {
    may: 'origins such as https://www.example.com, separated by commas, each without a path or a slash at its end',
    schema: z
      .string()
      .transform(list)
      .refine((origins) => origins.every(isOrigin))
      .default([]),
  },
  ADMIN_EMAIL: { may: 'an e-mail address', schema: z.email().optional() },
  ADMIN_PASSWORD: { may: 'at least 12 characters long', schema: z.string().min(12).optional() },
  ADMIN_API_TOKEN: { may: 'at least 32 characters long', schema: z.string().min(32).optional() },
  METRICS_TOKEN: { may: 'at least 16 characters long', schema: z.string().min(16).optional() },
  DEMO: { may: 'true or false', schema: trueOrFalse.default(true) },
  STREAM_HEARTBEAT_SECONDS: {
    may: 'a whole number from 1 to 30',
    schema: wholeNumber(1, 30).default(15),
  },
  STREAM_MAX_PER_ADDRESS: {
    may: 'a whole number from 0 (no limit) to 1000000',
    schema: wholeNumber(0, 1_000_000).default(50),
  },
  STREAM_MAX: {
    may: 'a whole number from 1 to 1000000',
    schema: wholeNumber(1, 1_000_000).optional(),
  },
  STREAM_GZIP: { may: 'true or false', schema: trueOrFalse.default(true) },
  TRUSTED_PROXIES: {
    may: 'IP addresses or networks (10.0.0.0/8) separated by commas, or the number of proxies in front',
    schema: trustedProxies.default(0),
  },
  LOG_LEVEL: { may: `one of ${levels.join(', ')}`, schema: z.enum(levels).default('info') },
};

type Settings = typeof settings;
type SettingName = keyof Settings;

/** The settings as the program uses them. */
export type Env = { readonly [Name in SettingName]: z.output<Settings[Name]['schema']> };

/** The name of every setting, for the test that holds `.env.example` against this list. */
export const settingNames = Object.keys(settings) as SettingName[];

const secret = /PASSWORD|TOKEN|^(DATABASE|REDIS)_URL$/;

/** What is wrong with the settings: one sentence per wrong one. */
export class SettingsError extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
    this.name = 'SettingsError';
  }
}

/** Reads the settings from `source`, where an empty string counts as not set. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed: Record<string, unknown> = {};
  const sentences: string[] = [];
  for (const name of settingNames) {
    const text = source[name]?.trim() || undefined;
    const result = settings[name].schema.safeParse(text);
    if (result.success) parsed[name] = result.data;
    else sentences.push(explain(name, text));
  }
  if (sentences.length > 0) throw new SettingsError(sentences);
  return parsed as Env;
}

function explain(name: SettingName, text: string | undefined): string {
  const given = secret.test(name) ? '' : `, but it is "${text}"`;
  return `${name} must be ${settings[name].may}${given}.`;
}

/** The settings of this process, read at the first call. DATABASE_URL alone is read anew: the start may set it. */
export function env(): Env {
  const parsed = singleton('env', () => parseEnv(process.env));
  return { ...parsed, DATABASE_URL: process.env.DATABASE_URL || undefined };
}
