import type { Asked } from './begin-exchange';
import type { Deadline } from './deadline';
import type { Exchange } from './exchange';
import { openHttp1 } from './exchange-http1';
import type { Target } from './target';

/** Longer nobody waits for an answer that takes no thought. */
export const answerLimitMs = 5_000;

/** Sends one request and waits for its `end`, or only its headers, as long as anybody would. */
export async function ask(
  target: Target,
  path: string,
  deadline: Deadline,
  { until = 'end', ...asked }: Asked & { until?: 'headers' | 'end' },
): Promise<Exchange> {
  const opened = openHttp1(target, path, { ...asked, signal: deadline.signal });
  await deadline.atMost(answerLimitMs, until === 'headers' ? opened.answered : opened.ended);
  opened.close();
  return opened.exchange;
}
