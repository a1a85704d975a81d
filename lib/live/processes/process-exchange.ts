import { newSubscriber, redis } from '@/lib/cache/redis';
import { type ProcessFigures, processFigures } from '@/lib/contracts/process-figures';
import { log } from '@/lib/log';

const channel = 'signalbox:processes';
/** Figures are a few hundred characters; whatever is longer is not ours. */
const longestMessage = 4_000;

/** Tells the other processes how this one stands. */
export type ProcessExchange = { tell(figures: ProcessFigures): void };

/**
 * Hears how the other processes stand, over Redis and on a channel and a connection of its own, so that nothing
 * here can hold up a change. Null without Redis. Figures lost on the way are followed by newer ones.
 */
export function joinProcesses(onFigures: (figures: ProcessFigures) => void): ProcessExchange | null {
  const publisher = redis();
  if (!publisher) return null;
  const subscriber = newSubscriber();
  const subscribe = () =>
    subscriber.subscribe(channel).catch((error: unknown) => {
      log.warn({ err: error }, 'the subscription to signalbox:processes failed');
    });
  subscriber.on('message', (_, text: string) => {
    const figures = parse(text);
    if (figures) onFigures(figures);
  });
  subscriber.on('ready', () => void subscribe());
  if (subscriber.status === 'ready') void subscribe();
  return {
    tell(figures) {
      if (publisher.status === 'ready') publisher.publish(channel, JSON.stringify(figures)).catch(() => {});
    },
  };
}

/** Null for what is no figures: anybody may publish anything, and another version may count other things. */
function parse(text: string): ProcessFigures | null {
  if (text.length > longestMessage) return null;
  try {
    return processFigures.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
