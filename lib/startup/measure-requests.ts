import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestDone } from '@/lib/metrics';
import type { PatternOf } from './route-patterns';

/** Counted by the live room: nothing shall be kept here for each of thousands of streams. */
const streamPath = '/api/status/stream';

/** Counts a request once its answer has ended, by the pattern of its path. */
export function measureRequest(
  request: IncomingMessage,
  response: ServerResponse,
  patternOf: PatternOf,
): void {
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (path === streamPath) return;
  const begunAt = performance.now();
  response.once('close', () => {
    const isStream = String(response.getHeader('content-type')).startsWith('text/event-stream');
    requestDone({
      route: patternOf(path),
      method: request.method ?? '',
      // Whoever leaves before the answer begins was sent no status; proxies log it as 499.
      status: response.headersSent ? response.statusCode : 499,
      seconds: isStream ? null : (performance.now() - begunAt) / 1000,
    });
  });
}
