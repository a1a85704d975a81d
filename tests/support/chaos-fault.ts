/** What the chaos proxy does to a connection. Bytes are those of the answer, counted from when the fault was set. */
export type Fault =
  /** Every chunk comes `ms` later at least, in both directions. */
  | { kind: 'latency'; ms: number }
  /** Ends the connection in order, as if all were said, once `afterBytes` (0) have passed. */
  | { kind: 'cut'; afterBytes?: number }
  /** Resets the connection once `afterBytes` (0) have passed. */
  | { kind: 'reset'; afterBytes?: number }
  /** Each byte of the answer in a write of its own. */
  | { kind: 'one-byte' }
  /** Passes the answer on once `kilobytes` of it are together, as a proxy that buffers does. */
  | { kind: 'hold'; kilobytes: number }
  /** Says these headers of the answer twice, all of them where none is named. */
  | { kind: 'doubled-headers'; names?: string[] }
  /** Answers 502 itself. Connections that are open already go on. */
  | { kind: 'bad-gateway' }
  /** Accepts and takes nothing in, and lets nothing through, not even an end. */
  | { kind: 'black-hole' };

const headEnd = '\r\n\r\n';

/** The answer of a gateway that cannot reach its upstream: no word of CORS, and no JSON. */
export const badGateway = ((body: string) =>
  [
    'HTTP/1.1 502 Bad Gateway',
    'Content-Type: text/html',
    `Content-Length: ${body.length}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n'))('<html><body><h1>502 Bad Gateway</h1></body></html>\n');

/** Whether a chunk begins an answer whose head is not all there yet. */
export function isHalfHead(chunk: Buffer): boolean {
  return isHead(chunk) && !chunk.includes(headEnd);
}

/** The chunk with its header lines doubled, or as it is where it begins no answer. */
export function withDoubledHeaders(chunk: Buffer, names?: readonly string[]): Buffer {
  const end = chunk.indexOf(headEnd);
  if (!isHead(chunk) || end < 0) return chunk;
  const wanted = names?.map((name) => name.toLowerCase());
  const [first = '', ...lines] = chunk.subarray(0, end).toString('latin1').split('\r\n');
  const isWanted = (line: string) => !wanted || wanted.includes(line.split(':', 1)[0]?.toLowerCase() ?? '');
  const doubled = lines.flatMap((line) => (isWanted(line) ? [line, line] : [line]));
  return Buffer.concat([Buffer.from([first, ...doubled].join('\r\n'), 'latin1'), chunk.subarray(end)]);
}

function isHead(chunk: Buffer): boolean {
  return chunk.subarray(0, 7).toString('latin1') === 'HTTP/1.';
}
