import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CountingFront = {
  url: string;
  /** The streams that browsers hold open through it now. */
  readonly open: number;
  /** The streams that were asked for since the last `forget`. */
  readonly asked: string[];
  forget(): void;
  stop(): Promise<void>;
};

/** A proxy in front of an app that passes everything on as it comes, and counts the streams. HTTP/1.1, free port. */
export async function startCountingFront(appPort: number): Promise<CountingFront> {
  const asked: string[] = [];
  let open = 0;
  const server = createServer((incoming, answer) => {
    const { method, url: path = '/', headers } = incoming;
    const isStream = path.startsWith('/api/status/stream');
    if (isStream) {
      asked.push(path);
      open++;
      answer.on('close', () => open--);
    }
    const passed = request({ host: 'localhost', port: appPort, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      answer.flushHeaders();
      given.pipe(answer);
      given.on('error', () => answer.destroy());
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    get open() {
      return open;
    },
    asked,
    forget: () => asked.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
