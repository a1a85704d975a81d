import { z } from 'zod';

/** An error as it is sent (RFC 9457): what `problem` writes. */
export const problemDocument = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional().describe('What to do next.'),
  errors: z
    .array(z.strictObject({ field: z.string(), message: z.string() }))
    .optional()
    .describe('What was wrong with each field.'),
});
