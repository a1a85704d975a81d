import { Frame } from './frame';
import { retryMs } from './session';
import { helloText } from './sse';

/** By milliseconds: there are two thousand, and when many thousand readers come at once each is encoded once. */
const frames = new Map<number, Frame>();

/** How a stream begins: when to come back, a random time, and that it is open. */
export function helloFrame(): Frame {
  const wait = retryMs();
  const frame = frames.get(wait) ?? new Frame(helloText(wait));
  frames.set(wait, frame);
  return frame;
}
