'use client';

import { useWords } from '@/app/_words/words-provider';
import { usePageName } from '@/app/hooks/live-page';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { TabIcon } from './tab-icon';

type StateInTabProps = { status: ServiceStatus; title: string };

/** The tab's title and icon, which follow the state. React hoists both into the head, and keeps them current. */
export function StateInTab({ status, title }: StateInTabProps) {
  const { t } = useWords();
  const page = usePageName(title);
  return (
    <>
      <title>{t('tab.page', { status: t(`status.${status}`), page })}</title>
      <TabIcon status={status} />
    </>
  );
}
