import type { Bus } from '@/lib/live/bus';

/** A bus that keeps what is published, delivers on demand, and can be down. */
export class FakeBus implements Bus {
  published: string[] = [];
  isDown = false;
  private listeners: ((text: string) => void)[] = [];
  private reconnects: (() => void)[] = [];

  publish = async (text: string) => {
    if (this.isDown) return false;
    this.published.push(text);
    this.deliver(text);
    return true;
  };
  onMessage = (listener: (text: string) => void) => void this.listeners.push(listener);
  onReconnect = (listener: () => void) => void this.reconnects.push(listener);
  isUp = () => !this.isDown;
  close = async () => {};

  deliver(message: unknown): void {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    for (const listener of this.listeners) listener(text);
  }

  reconnect(): void {
    for (const listener of this.reconnects) listener();
  }
}
