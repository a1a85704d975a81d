import { z } from 'zod';

/** How the page for frames is asked for. Parameters of other names are left alone: many add one against caches. */
export const embedQuery = z.object({
  kind: z.enum(['pill', 'banner', 'services'], 'must be pill, banner or services').default('services'),
  theme: z.enum(['auto', 'light', 'dark'], 'must be auto, light or dark').default('auto'),
  services: z.string().max(2_000, 'must be at most 2,000 characters').default(''),
  language: z
    .string()
    .regex(/^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,8}$/i, 'must be a language’s tag, such as de or pt-BR')
    .optional(),
});

export type EmbedLook = z.infer<typeof embedQuery>;
