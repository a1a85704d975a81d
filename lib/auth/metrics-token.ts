import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/** Whether a request may read the metrics: it brings METRICS_TOKEN as a bearer token, or none is set. */
export function mayReadMetrics(headers: Pick<Headers, 'get'>): boolean {
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN === undefined) return true;
  const token = /^bearer +(\S{1,512}) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  // By hash, so that neither the time taken nor the length tells anything.
  return token !== undefined && timingSafeEqual(digest(token), digest(METRICS_TOKEN));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
