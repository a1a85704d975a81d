'use client';

import { StatusBadge } from '@/app/_ui/status-badge';
import { statusOfImpact } from '@/app/_ui/status-words';
import { useWords } from '@/app/_words/words-provider';
import type { Impact } from '@/lib/domain/incident';

/** How bad an incident is or was; one without impact is no green tick, only a word. */
export function ImpactBadge({ impact }: { impact: Impact }) {
  const { t } = useWords();
  const word = t(`impact.${impact}`);
  if (impact === 'none') return <span className="text-ink-soft text-sm">{word}</span>;
  return <StatusBadge status={statusOfImpact[impact]}>{word}</StatusBadge>;
}
