import { incidentStatusWord, maintenanceStatusWord, serviceStatusWord } from '@/app/_ui/status-words';
import type { StateChange } from '@/lib/live/client/state-changes';

const mostSentences = 5;

/** Changes as a few spoken sentences: "API: major outage. New incident: Payments fail." */
export function changeSentences(changes: readonly StateChange[]): string {
  const sentences = changes.slice(0, mostSentences).map(sentence);
  const more = changes.length - mostSentences;
  if (more > 0) sentences.push(`And ${more} more ${more === 1 ? 'change' : 'changes'}.`);
  return sentences.join(' ');
}

function sentence(change: StateChange): string {
  switch (change.kind) {
    case 'service':
      return change.status === 'operational'
        ? `${change.name}: operational again.`
        : `${change.name}: ${serviceStatusWord[change.status].toLowerCase()}.`;
    case 'incident-opened':
      return `New incident: ${change.title}.`;
    case 'incident-removed':
      return `Incident removed: ${change.title}.`;
    case 'incident-updated':
      return `${change.title}: ${incidentStatusWord[change.status].toLowerCase()}.`;
    case 'maintenance':
      return `Maintenance ${maintenanceStatusWord[change.status].toLowerCase()}: ${change.title}.`;
  }
}
