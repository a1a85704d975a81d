'use client';

import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { useNow } from '../_time/clock';
import { formatSpan } from '../_time/format-time';

type IncidentSpanProps = { incident: Pick<PublicIncident, 'startedAt' | 'resolvedAt'>; renderedAt: number };

/** How long an incident lasted, or has lasted so far. */
export function IncidentSpan({ incident, renderedAt }: IncidentSpanProps) {
  const words = useWords();
  const now = useNow('minute', renderedAt);
  const end = incident.resolvedAt ? Date.parse(incident.resolvedAt) : now;
  const span = formatSpan(end - Date.parse(incident.startedAt), words);
  return <>{words.t(incident.resolvedAt ? 'incident.lasted' : 'incident.soFar', { span })}</>;
}
