'use client';

import { useWords } from '@/app/_words/words-provider';
import type { PublicMaintenance } from '@/lib/contracts/live-state';
import { UpdateTimeline } from './update-timeline';

type MaintenanceTimelineProps = { updates: PublicMaintenance['updates']; isWhole?: boolean };

/** What was said of a maintenance, newest first. */
export function MaintenanceTimeline({ updates, isWhole = false }: MaintenanceTimelineProps) {
  const { t } = useWords();
  const told = updates.map((update) => ({
    ...update,
    word: t(`maintenanceStatus.${update.status}`),
    services: [],
  }));
  return <UpdateTimeline updates={told} serviceNames={{}} isWhole={isWhole} />;
}
