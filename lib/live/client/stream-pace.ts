import { between } from './backoff';
import type { StreamPorts } from './ports';

/** How often, how long and how many times: the stream's patience in one place. */

export const failuresUntilPolling = 3;
export const steadyMs = 60_000;
export const pollMs = [10_000, 20_000] as const;
const hiddenPollMs = 60_000;
export const streamRetryMs = [120_000, 300_000] as const;
export const onlineWaitMs = 3_000;
export const offlineRetryMs = [30_000, 60_000] as const;
/** What the stream is given to tell news that a question was answered with first. */
export const graceMs = 1_000;

/** Tabs: how often the leader says that it is there, and how long the others then trust it. */
export const tabBeatMs = 5_000;
export const tabTrustMs = 2.5 * tabBeatMs;
/** How long a leader is given to answer, the longer end so that not all tabs take the lead at once. */
export const tabAnswerMs = [2_000, 4_000] as const;
/** How long a leader may be behind a tab: longer than the server's processes are behind each other. */
export const tabBehindMs = 15_000;
/** How often a tab asks the leader for all it knows, at most. */
export const tabAskMs = 1_000;

/** Until the next question where there is no stream: longer where nobody looks. */
export function nextPollMs({ isHidden, random }: Pick<StreamPorts, 'isHidden' | 'random'>): number {
  return isHidden() ? hiddenPollMs : between(...pollMs, random);
}
