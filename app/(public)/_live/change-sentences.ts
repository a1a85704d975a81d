import type { StateChange } from '@/lib/live/client/state-changes';
import type { Words } from '@/lib/words/words';

const mostSentences = 5;

/** Changes as a few spoken sentences: "API: major outage. New incident: Payments fail." */
export function changeSentences(changes: readonly StateChange[], words: Words): string {
  const sentences = changes.slice(0, mostSentences).map((change) => sentence(change, words));
  const more = changes.length - mostSentences;
  if (more > 0) sentences.push(words.t('change.more', { count: more }));
  return sentences.join(words.t('sentence.separator'));
}

function sentence(change: StateChange, { t }: Words): string {
  switch (change.kind) {
    case 'service':
      return t('change.service', { name: change.name, status: change.status });
    case 'incident-opened':
      return t('change.incidentOpened', { title: change.title });
    case 'incident-removed':
      return t('change.incidentRemoved', { title: change.title });
    case 'incident-updated':
      return t('change.incidentUpdated', { title: change.title, status: change.status });
    case 'maintenance':
      return t('change.maintenance', { title: change.title, status: change.status });
  }
}
