import { StatusBadge } from '@/app/_ui/status-badge';
import { impactWord, statusOfImpact } from '@/app/_ui/status-words';
import type { Impact } from '@/lib/domain/incident';

/** How bad an incident is or was; one without impact is no green tick, only a word. */
export function ImpactBadge({ impact }: { impact: Impact }) {
  if (impact === 'none') return <span className="text-ink-soft text-sm">{impactWord.none}</span>;
  return <StatusBadge status={statusOfImpact[impact]}>{impactWord[impact]}</StatusBadge>;
}
