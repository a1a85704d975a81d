import { z } from 'zod';
import type { Incident } from '@/lib/domain/incident';
import { postMortemInput } from './incident-input';
import { statuspageTime } from './statuspage-time';

/** What scripts send to write a post-mortem. It is public once it is published, and not before. */
export const writePostMortemRequest = z.object({
  postmortem: z.object({ body_draft: postMortemInput.shape.body.unwrap().unwrap() }),
});

const time = z.iso.datetime({ offset: true }).nullable();

/** Statuspage's post-mortem: its text is the draft, and the body as well while it is published. */
export const statuspagePostMortem = z.object({
  preview_key: z.null(),
  body: z.string().nullable(),
  body_updated_at: time,
  body_draft: z.string().nullable(),
  body_draft_updated_at: time,
  published_at: time,
  notify_subscribers: z.boolean(),
  notify_twitter: z.boolean(),
  custom_tweet: z.null(),
});

/** An incident's post-mortem in Statuspage's words. */
export function toStatuspagePostMortem(
  { postMortem, postMortemAt, updatedAt }: Incident,
  timeZone: string,
): z.infer<typeof statuspagePostMortem> {
  const changedAt = statuspageTime(updatedAt, timeZone);
  return {
    preview_key: null,
    body: postMortemAt ? postMortem : null,
    body_updated_at: postMortemAt ? changedAt : null,
    body_draft: postMortem,
    body_draft_updated_at: postMortem === null ? null : changedAt,
    published_at: postMortemAt && statuspageTime(postMortemAt, timeZone),
    notify_subscribers: false,
    notify_twitter: false,
    custom_tweet: null,
  };
}
