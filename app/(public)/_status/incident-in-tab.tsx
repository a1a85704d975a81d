'use client';

import { statusOfImpact } from '@/app/_ui/status-words';
import { useWords } from '@/app/_words/words-provider';
import { usePageName } from '@/app/hooks/live-page';
import type { PublicIncident } from '@/lib/contracts/live-state';
import { isOpen } from '@/lib/domain/incident';
import { TabIcon } from '../_frame/tab-icon';

/** The tab's title and icon on an incident's own page. */
export function IncidentInTab({ incident, pageName }: { incident: PublicIncident; pageName: string }) {
  const { t } = useWords();
  const status = isOpen(incident) ? statusOfImpact[incident.impact] : 'operational';
  const { title } = incident;
  const page = usePageName(pageName);
  return (
    <>
      <title>{t('tab.incident', { status: t(`incidentStatus.${incident.status}`), title, page })}</title>
      <TabIcon status={status} />
    </>
  );
}
