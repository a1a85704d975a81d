import { z } from 'zod';

/** How a badge is asked for. Parameters of other names are left alone: many add one against caches. */
export const badgeQuery = z.object({
  style: z
    .enum(['flat', 'compact'], 'must be flat or compact')
    .default('flat')
    .describe('`flat` has the name beside the word, `compact` the word alone.'),
  theme: z.enum(['light', 'dark'], 'must be light or dark').default('light'),
});

export type BadgeLook = z.infer<typeof badgeQuery>;
