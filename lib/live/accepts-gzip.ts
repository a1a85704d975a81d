import { acceptsCoding } from '@/lib/content-coding';

/** Whether an `Accept-Encoding` names gzip and does not rule it out. */
export function acceptsGzip(header: string | null): boolean {
  return acceptsCoding(header ?? '', 'gzip', 'x-gzip');
}
