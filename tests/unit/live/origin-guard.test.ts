import { describe, expect, it } from 'vitest';
import { guardSettings } from '@/lib/live/guard-settings';
import { judgeCaller } from '@/lib/live/origin-guard';
import { development, guardTable, production, site } from './origin-guard-table';

describe('who may listen', () => {
  it.each(guardTable)('$name → $status', ({ env, method = 'GET', headers, status, allowOrigin }) => {
    const decision = judgeCaller(
      {
        method,
        origin: headers.origin ?? null,
        secFetchSite: headers['sec-fetch-site'] ?? null,
        referer: headers.referer ?? null,
        host: headers.host ?? null,
      },
      guardSettings(env),
    );
    const given = { pass: 200, preflight: 204, refused: 0 }[decision.kind];
    expect(decision.kind === 'refused' ? decision.status : given).toBe(status);
    expect(decision.headers['Access-Control-Allow-Origin']).toBe(allowOrigin);
    expect(decision.headers.Vary).toBe('Origin, Sec-Fetch-Site');
    expect(decision.headers.Allow).toBe(status === 405 ? 'GET, HEAD, OPTIONS' : undefined);
  });

  it('refuses a request without a Host', () => {
    const caller = { method: 'GET', origin: site, secFetchSite: null, referer: null, host: null };
    expect(judgeCaller(caller, guardSettings(production)).kind).toBe('refused');
    expect(judgeCaller({ ...caller, origin: null }, guardSettings(development)).kind).toBe('refused');
  });

  it('answers a preflight with what a reader may send', () => {
    const caller = {
      method: 'OPTIONS',
      origin: site,
      secFetchSite: null,
      referer: null,
      host: 'status.example.com',
    };
    expect(judgeCaller(caller, guardSettings(production))).toEqual({
      kind: 'preflight',
      headers: {
        Vary: 'Origin, Sec-Fetch-Site',
        'Access-Control-Allow-Origin': site,
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': 'Last-Event-ID, Cache-Control',
        'Access-Control-Max-Age': '7200',
      },
    });
  });

  it('takes the settings together, each origin once', () => {
    expect(guardSettings({ PUBLIC_URL: site, ALLOWED_ORIGINS: [site, 'https://b.example'] })).toEqual({
      allowedOrigins: [site, 'https://b.example'],
      isProduction: true,
    });
    expect(guardSettings({ ALLOWED_ORIGINS: [] })).toEqual({ allowedOrigins: [], isProduction: false });
  });
});
