'use client';

import { useWords } from '@/app/_words/words-provider';
import type { PublicMaintenance } from '@/lib/contracts/live-state';
import type { Words } from '@/lib/words/words';
import { useNow } from '../_time/clock';
import { formatSpan } from '../_time/format-time';

type Window = Pick<PublicMaintenance, 'status' | 'scheduledStartAt' | 'scheduledEndAt'>;

/** How long it is until planned work begins, or ends; nothing once it is completed. */
export function MaintenanceWhen({ maintenance, renderedAt }: { maintenance: Window; renderedAt: number }) {
  const words = useWords();
  return <>{whenWords(maintenance, useNow('minute', renderedAt), words)}</>;
}

function whenWords({ status, scheduledStartAt, scheduledEndAt }: Window, now: number, words: Words) {
  if (status === 'completed') return null;
  const isToCome = status === 'scheduled';
  const ms = Date.parse(isToCome ? scheduledStartAt : scheduledEndAt) - now;
  const span = formatSpan(Math.abs(ms), words);
  if (isToCome) return words.t(ms > 0 ? 'maintenance.startsIn' : 'maintenance.late', { span });
  return words.t(ms > 0 ? 'maintenance.left' : 'maintenance.overrun', { span });
}
