import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { RenderedPage } from './rendered-page';

/** Asks a listener of this process for a page as a visitor of whom nothing is known would. */
export type RenderPage = (wanted: Wanted) => Promise<RenderedPage>;
type Wanted = { path: string; headers: Record<string, string> };

/** A page that takes longer is given up. */
const limitMs = 10_000;

/**
 * Renders pages by `listener`, through a server that has no address: Node takes any two-way stream for a connection,
 * so the listener meets a real request and a real response.
 */
export function pageRenderer(listener: RequestListener): RenderPage {
  const server = createServer(listener);
  return async ({ path, headers }) => {
    const [ours, theirs] = duplexPair();
    // Where one side breaks off, the other is not told.
    theirs.once('close', () => ours.destroy());
    server.emit('connection', theirs);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({
        path,
        headers: { host: 'localhost', connection: 'close', ...headers },
        createConnection: () => ours,
        signal: AbortSignal.timeout(limitMs),
      })
        .on('response', resolve)
        .on('error', reject)
        .end();
    });
    return { status: answer.statusCode ?? 500, headers: answer.headers, html: await text(answer) };
  };
}
