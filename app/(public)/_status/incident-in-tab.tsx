'use client';

import { statusOfImpact } from '@/app/_ui/status-words';
import { useWords } from '@/app/_words/words-provider';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';

/** The tab's title and icon on an incident's own page. */
export function IncidentInTab({ incident, pageName }: { incident: PublicIncident; pageName: string }) {
  const { t } = useWords();
  const status = isOpen(incident) ? statusOfImpact[incident.impact] : 'operational';
  const { title } = incident;
  return (
    <>
      <title>
        {t('tab.incident', { status: t(`incidentStatus.${incident.status}`), title, page: pageName })}
      </title>
      <link rel="icon" type="image/svg+xml" href={`/icons/${status.replaceAll('_', '-')}.svg`} />
    </>
  );
}
