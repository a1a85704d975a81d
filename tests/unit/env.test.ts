import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseEnv, type SettingsError, settingNames } from '@/lib/env';

const refusalsOf = (source: Record<string, string>): string[] => {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    return (error as SettingsError).sentences;
  }
};

describe('the settings', () => {
  test('all have a default', () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      HOST: 'localhost',
      ALLOWED_ORIGINS: [],
      DEMO: true,
      STREAM_HEARTBEAT_SECONDS: 15,
      STREAM_MAX_PER_ADDRESS: 50,
      STREAM_GZIP: true,
      TRUSTED_PROXIES: 0,
      LOG_LEVEL: 'info',
    });
  });

  test('count as not set when they are empty', () => {
    const empty = Object.fromEntries(settingNames.map((name) => [name, ' ']));
    expect(parseEnv(empty)).toEqual(parseEnv({}));
  });

  test('become what the program works with', () => {
    const env = parseEnv({
      PORT: '8080',
      DEMO: 'false',
      PUBLIC_URL: 'https://status.example.com',
      ALLOWED_ORIGINS: 'https://a.example.com, http://b.example.com:8080',
      STREAM_HEARTBEAT_SECONDS: '1',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    });
    expect(env.PORT).toBe(8080);
    expect(env.DEMO).toBe(false);
    expect(env.PUBLIC_URL).toBe('https://status.example.com');
    expect(env.ALLOWED_ORIGINS).toEqual(['https://a.example.com', 'http://b.example.com:8080']);
    expect(env.STREAM_HEARTBEAT_SECONDS).toBe(1);
    expect(env.TRUSTED_PROXIES).toEqual(['10.0.0.0/8', '::1']);
    expect(parseEnv({ TRUSTED_PROXIES: '2' }).TRUSTED_PROXIES).toBe(2);
  });

  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80x'],
    ['PORT', '3000.5'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://localhost/db'],
    ['DATABASE_URL', 'localhost'],
    ['REDIS_URL', 'http://localhost'],
    ['REDIS_URL', 'redis+sentinel://localhost'],
    ['REDIS_URL', 'redis+cluster://localhost/1'],
    ['PUBLIC_URL', 'status.example.com'],
    ['PUBLIC_URL', 'https://status.example.com/'],
    ['PUBLIC_URL', 'https://status.example.com/status'],
    ['PUBLIC_URL', 'ftp://status.example.com'],
    ['ALLOWED_ORIGINS', 'https://a.example.com,b.example.com'],
    ['ALLOWED_ORIGINS', '*'],
    ['ALLOWED_ORIGINS', 'https://A.example.com'],
    ['ALLOWED_ORIGINS', 'https://a.example.com:443'],
    ['ADMIN_EMAIL', 'admin'],
    ['ADMIN_PASSWORD', 'elevenchars'],
    ['ADMIN_API_TOKEN', 'x'.repeat(31)],
    ['METRICS_TOKEN', 'x'.repeat(15)],
    ['DEMO', 'yes'],
    ['STREAM_HEARTBEAT_SECONDS', '0'],
    ['STREAM_HEARTBEAT_SECONDS', '31'],
    ['STREAM_MAX_PER_ADDRESS', '-1'],
    ['STREAM_MAX', '0'],
    ['STREAM_GZIP', 'on'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.example.com'],
    ['LOG_LEVEL', 'loud'],
  ])('%s may not be %s', (name, value) => {
    const sentences = refusalsOf({ [name]: value });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(new RegExp(`^${name} must be .+\\.$`));
  });

  test('that are wrong are named all at once', () => {
    expect(refusalsOf({ PORT: 'x', DEMO: 'y', LOG_LEVEL: 'z' })).toEqual([
      'PORT must be a port from 1 to 65535, but it is "x".',
      'DEMO must be true or false, but it is "y".',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but it is "z".',
    ]);
  });

  test('that are secret are never repeated', () => {
    const secrets = {
      ADMIN_PASSWORD: 'hunter2',
      ADMIN_API_TOKEN: 'hunter2',
      DATABASE_URL: 'x://u:hunter2@h',
      REDIS_URL: 'redis+sentinel://:hunter2@h',
    };
    expect(refusalsOf(secrets)).toHaveLength(4);
    expect(refusalsOf(secrets).join()).not.toContain('hunter2');
  });

  test('are the ones that .env.example explains, each with a line above it', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const explained = lines.flatMap((line, index) => {
      const name = line.match(/^# ([A-Z_]+)=/)?.[1];
      if (name) expect(lines[index - 1], `the line above ${name}`).toMatch(/^# .+\.$/);
      return name ?? [];
    });
    expect(explained.toSorted()).toEqual([...settingNames].sort());
  });

  test("are the ones in the README's table", () => {
    const [, table = ''] = readFileSync('README.md', 'utf8').match(/\n## Settings\n(.*?)\n## /s) ?? [];
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted()).toEqual([...settingNames].sort());
  });
});
