import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The least that Node can do for a page: the product's own answers, by their path, from memory. */

type Kept = Record<string, { headers: Record<string, string>; base64: string }>;

const kept = JSON.parse(readFileSync(process.env.ANSWERS_FILE ?? '', 'utf8')) as Kept;
const answers = new Map(
  Object.entries(kept).map(([path, { headers, base64 }]) => [
    path,
    { headers, body: Buffer.from(base64, 'base64') },
  ]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === '*') response.writeHead(304, answer.headers).end();
  else response.writeHead(200, { ...answer.headers, 'content-length': answer.body.length }).end(answer.body);
});
server.listen({ host: '127.0.0.1', port: Number(process.env.PORT), backlog: 4096 }, () =>
  console.log('listening'),
);
process.once('SIGTERM', () => server.close(() => process.exit(0)));
