import type { EventEmitter } from 'node:events';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { type Fault, isHalfHead, withDoubledHeaders } from './chaos-fault';

/** The fault of the moment. `changes` emits `change` after each new one. */
export type Chaos = { fault: Fault | null; changes: EventEmitter };

/** One connection through the proxy. The answer's way is the one that most faults strike. */
export class ChaosConnection {
  private held: Buffer[] = [];
  private passed = 0;
  private counted: Fault | null = null;
  private readonly onChange = () => this.strike();

  constructor(
    private readonly client: Socket,
    private readonly target: Socket,
    private readonly chaos: Chaos,
  ) {
    for (const socket of [client, target]) {
      socket.setNoDelay(true);
      socket.on('error', () => {});
    }
    for (const socket of [client, target]) socket.on('close', () => void this.endWhenSeen());
    chaos.changes.on('change', this.onChange);
    void this.pass(client, target, (chunk) => write(target, chunk));
    void this.pass(target, client, (chunk) => this.answer(chunk));
    this.strike();
  }

  private async pass(from: Socket, to: Socket, deliver: (chunk: Buffer) => Promise<void>): Promise<void> {
    try {
      await this.outOfBlackHole();
      for await (const chunk of from) {
        if (this.chaos.fault?.kind === 'latency') await sleep(this.chaos.fault.ms);
        await this.outOfBlackHole();
        await deliver(chunk);
      }
      await this.outOfBlackHole();
      if (from === this.target) await this.release();
      to.end();
    } catch {
      await this.endWhenSeen();
    }
  }

  private async endWhenSeen(): Promise<void> {
    await this.outOfBlackHole();
    this.end();
  }

  private async outOfBlackHole(): Promise<void> {
    while (this.chaos.fault?.kind === 'black-hole') await once(this.chaos.changes, 'change');
  }

  private async answer(chunk: Buffer): Promise<void> {
    const { fault } = this.chaos;
    if (fault?.kind === 'hold' || (fault?.kind === 'doubled-headers' && this.isMidHead(chunk))) {
      this.held.push(chunk);
      if (fault.kind === 'hold' && size(this.held) >= fault.kilobytes * 1024) await this.release();
      return;
    }
    const whole = this.takeHeld(chunk);
    if (fault?.kind === 'one-byte') await this.writeByteByByte(whole);
    else if (fault?.kind === 'doubled-headers')
      await write(this.client, withDoubledHeaders(whole, fault.names));
    else if (fault?.kind === 'cut' || fault?.kind === 'reset') await this.passUntil(fault, whole);
    else await write(this.client, whole);
  }

  private isMidHead(chunk: Buffer): boolean {
    return isHalfHead(Buffer.concat([...this.held, chunk]));
  }

  private async writeByteByByte(chunk: Buffer): Promise<void> {
    for (const byte of chunk) {
      await write(this.client, Buffer.of(byte));
      await nextTurn();
    }
  }

  private async passUntil(fault: Extract<Fault, { kind: 'cut' | 'reset' }>, chunk: Buffer): Promise<void> {
    const left = (fault.afterBytes ?? 0) - this.passed;
    this.passed += chunk.length;
    if (left > 0) await write(this.client, chunk.subarray(0, left));
    if (chunk.length >= left) this.end(fault.kind === 'reset');
  }

  /** What a new fault does at once to a connection that is quiet. */
  private strike(): void {
    const { fault } = this.chaos;
    if (fault !== this.counted) this.passed = 0;
    this.counted = fault;
    if (fault?.kind !== 'hold' && fault?.kind !== 'black-hole') void this.release().catch(() => this.end());
    if ((fault?.kind === 'cut' || fault?.kind === 'reset') && !fault.afterBytes)
      this.end(fault.kind === 'reset');
  }

  private takeHeld(chunk: Buffer): Buffer {
    return Buffer.concat([...this.held.splice(0), chunk]);
  }

  private async release(): Promise<void> {
    if (this.held.length > 0) await write(this.client, Buffer.concat(this.held.splice(0)));
  }

  /** Ends both sides; what is written already still leaves when it is no reset. */
  private end(isReset = false): void {
    this.chaos.changes.off('change', this.onChange);
    if (isReset) this.client.resetAndDestroy();
    else this.client.end(() => this.client.destroy());
    this.target.destroy();
  }
}

/** Resolves once the socket has taken the chunk, so that a slow reader slows the other side down. */
function write(socket: Socket, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function size(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}
