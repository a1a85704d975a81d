export type StreamCapsOptions = {
  /** Streams of one address; 0 for any number. */
  perAddress: number;
  /** Streams of this process. */
  total: number;
};

/** How many streams may be open at once, in all and for each address. */
export class StreamCaps {
  private readonly open = new Map<string, number>();
  private total = 0;

  constructor(private readonly options: StreamCapsOptions) {}

  /** Why another stream of this address is too many; null when it is not. */
  refusal(addressKey: string): 'full' | 'address' | null {
    const { perAddress, total } = this.options;
    if (perAddress > 0 && (this.open.get(addressKey) ?? 0) >= perAddress) return 'address';
    return this.total >= total ? 'full' : null;
  }

  /** Counts one more stream. Answers what takes it off again, which is called once. */
  take(addressKey: string): () => void {
    this.total += 1;
    this.open.set(addressKey, (this.open.get(addressKey) ?? 0) + 1);
    return () => {
      this.total -= 1;
      const left = (this.open.get(addressKey) ?? 0) - 1;
      if (left > 0) this.open.set(addressKey, left);
      else this.open.delete(addressKey);
    };
  }
}
