import { Frame } from './frame';
import { longestRetryMs, shortestRetryMs } from './session';
import { helloText } from './sse';

/** So many different waits spread readers well enough, and few enough that each is encoded once. */
const kinds = 64;
const frames: Frame[] = [];

/** How a stream begins: that it is open, and when to come back, one of 64 waits at random. */
export function helloFrame(): Frame {
  const kind = Math.floor(Math.random() * kinds);
  const retryMs = shortestRetryMs + Math.round((kind / (kinds - 1)) * (longestRetryMs - shortestRetryMs));
  frames[kind] ??= new Frame(helloText(retryMs));
  return frames[kind];
}
