import { Rejection } from './rejection';

const mostBytes = 1_000_000;
const tooLarge = () => new Rejection({ status: 413, title: 'The body is larger than 1 MB.' });
const notJson = (detail: string) => new Rejection({ status: 400, title: 'The body is not JSON.', detail });

/** The JSON value of a request's body. Refuses other types, bodies over 1 MB and what does not parse. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notJson('It is not UTF-8.');
  }
  if (text.trim() === '') throw notJson('It is empty.');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(error instanceof Error ? error.message : 'It does not parse.');
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  // What the sender says of its length saves reading it; what it sends is counted all the same.
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge();
  const type = request.headers.get('content-type');
  if (type !== null && !isJson(type)) throw wrongType(type);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > mostBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  if (length > 0 && type === null) throw wrongType('nothing');
  return Buffer.concat(chunks);
}

function isJson(type: string): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type.trim());
}

function wrongType(type: string): Rejection {
  const detail = `Send it as application/json; its Content-Type says ${type.slice(0, 100)}.`;
  return new Rejection({ status: 415, title: 'The body must be JSON.', detail });
}
