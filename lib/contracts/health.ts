import { z } from 'zod';

export const liveReport = z.strictObject({ status: z.literal('live') });

const check = z.enum(['up', 'down', 'off']);

/** What a process says of what it stands on. */
export const readyReport = z.strictObject({
  status: z
    .enum(['ready', 'degraded', 'unavailable'])
    .describe('`degraded` still serves everything, more slowly; `unavailable` should get no visitors.'),
  checks: z.strictObject({
    postgres: check,
    redis: z.string().describe('up, down, off where none is set, or the trouble with it in a word.'),
    stream: check,
  }),
});
