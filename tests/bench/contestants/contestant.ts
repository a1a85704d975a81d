import type { Target } from '../load/load-stream';

/** One of the servers that are compared, while it runs. */
export type Running = {
  target: Target;
  /** The processes whose memory and CPU count: those that serve streams. */
  pids: number[];
  /** Publishes a message to everyone; settles when it was handed over. */
  publish(json: string): Promise<unknown>;
  /** Ends it as an operator would, and answers its exit code. */
  stop(): Promise<number | string | null>;
};

export type Contestant = {
  name: string;
  /** Starts it on `port`. */
  start(port: number): Promise<Running>;
};
