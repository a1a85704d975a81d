import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ChaosProxy, startChaosProxy } from '../../support/chaos-proxy';

/** A stream like the product's: a frame at once, and more when the test says so. */
const frame = `data: ${'x'.repeat(500)}\n\n`;
let server: Server;
let answer: ServerResponse;
let proxy: ChaosProxy;
const clients: Client[] = [];

beforeEach(async () => {
  server = createServer((_, response) => {
    answer = response;
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Mark': '1' });
    response.write(frame);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await startChaosProxy({ target: (server.address() as AddressInfo).port });
});
afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  await proxy.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

type Client = { socket: Socket; chunks: string[]; readonly text: string; ending: string };

function ask(): Client {
  const socket = connect(proxy.port, '127.0.0.1');
  const client: Client = {
    socket,
    chunks: [],
    get text() {
      return this.chunks.join('');
    },
    ending: '',
  };
  clients.push(client);
  socket.on('data', (chunk) => client.chunks.push(chunk.toString('latin1')));
  socket.on('error', (error: NodeJS.ErrnoException) => (client.ending = error.code ?? 'error'));
  socket.on('end', () => (client.ending = 'end'));
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  return client;
}

const frames = (client: Client) => client.text.split(frame).length - 1;
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

async function asked(): Promise<Client> {
  const client = ask();
  await until(() => expect(frames(client)).toBe(1));
  return client;
}

describe('the chaos proxy', () => {
  it('passes everything on as it is while nothing is set', async () => {
    const client = await asked();
    answer.end(frame);
    await until(() => expect(client.text).toMatch(/0\r\n\r\n$/));
    expect(frames(client)).toBe(2);
  });

  it('latency: what is sent comes later, and in order', async () => {
    const client = await asked();
    proxy.set({ kind: 'latency', ms: 60 });
    const from = performance.now();
    answer.write(frame);
    await until(() => expect(frames(client)).toBe(2));
    expect(performance.now() - from).toBeGreaterThanOrEqual(59);
  });

  it('cut: ends in mid-frame, in order', async () => {
    const client = await asked();
    proxy.set({ kind: 'cut', afterBytes: 100 });
    const before = client.text.length;
    answer.write(frame);
    await until(() => expect(client.ending).toBe('end'));
    expect(client.text.length - before).toBe(100);
  });

  it('cut and reset: strike a quiet connection at once', async () => {
    const first = await asked();
    proxy.set({ kind: 'cut' });
    await until(() => expect(first.ending).toBe('end'));
    proxy.set(null);
    const second = await asked();
    proxy.set({ kind: 'reset' });
    await until(() => expect(second.ending).toBe('ECONNRESET'));
    await until(() => expect(answer.destroyed).toBe(true));
  });

  it('one-byte: more chunks than a reader could join', async () => {
    proxy.set({ kind: 'one-byte' });
    const client = await asked();
    expect(client.chunks.length).toBeGreaterThan(50);
  });

  it('hold: nothing passes before so much is together, and all of it when the fault is lifted', async () => {
    const client = await asked();
    proxy.set({ kind: 'hold', kilobytes: 2 });
    for (let i = 0; i < 5; i += 1) answer.write(frame);
    await until(() => expect(frames(client)).toBeGreaterThanOrEqual(4));
    answer.write(frame);
    proxy.set(null);
    await until(() => expect(frames(client)).toBe(7));
  });

  it('doubled-headers: all of them, or those that are named', async () => {
    proxy.set({ kind: 'doubled-headers', names: ['transfer-encoding'] });
    const one = await asked();
    expect(one.text.match(/^transfer-encoding: chunked\r$/gim)).toHaveLength(2);
    expect(one.text.match(/^x-mark: 1\r$/gim)).toHaveLength(1);
    proxy.set({ kind: 'doubled-headers' });
    expect((await asked()).text.match(/^x-mark: 1\r$/gim)).toHaveLength(2);
  });

  it('bad-gateway: new requests get 502, open streams go on', async () => {
    const open = await asked();
    proxy.set({ kind: 'bad-gateway' });
    const refused = ask();
    await until(() => expect(refused.ending).toBe('end'));
    expect(refused.text).toMatch(/^HTTP\/1\.1 502 Bad Gateway\r\n[\s\S]*502 Bad Gateway<\/h1>/);
    answer.write(frame);
    await until(() => expect(frames(open)).toBe(2));
  });

  it('black-hole: silence on both sides, whoever leaves, and all of it afterwards', async () => {
    const client = await asked();
    proxy.set({ kind: 'black-hole' });
    const swallowed = ask();
    answer.end(frame);
    await until(() => expect(answer.writableFinished).toBe(true));
    expect([client.ending, frames(client), swallowed.text]).toEqual(['', 1, '']);
    proxy.set(null);
    await until(() => expect([frames(client), frames(swallowed)]).toEqual([2, 1]));
  });

  it('goes when it is stopped, and takes its connections along', async () => {
    const client = await asked();
    await proxy.stop();
    await until(() => expect(client.socket.destroyed).toBe(true));
  });
});
