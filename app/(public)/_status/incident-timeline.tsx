'use client';

import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { UpdateTimeline } from './update-timeline';

type IncidentTimelineProps = {
  updates: PublicIncident['updates'];
  serviceNames: Record<string, string>;
  isWhole?: boolean;
};

/** What was said of an incident, newest first, and how hard each update called services hit. */
export function IncidentTimeline({ updates, ...rest }: IncidentTimelineProps) {
  const { t } = useWords();
  const told = updates.map((update) => ({ ...update, word: t(`incidentStatus.${update.status}`) }));
  return <UpdateTimeline updates={told} {...rest} />;
}
