'use client';

import { useWords } from '@/app/_words/words-provider';
import type { ServiceStatus } from '@/lib/domain/service-status';

type StateInTabProps = { status: ServiceStatus; title: string };

/** The tab's title and icon, which follow the state. React hoists both into the head, and keeps them current. */
export function StateInTab({ status, title }: StateInTabProps) {
  const { t } = useWords();
  return (
    <>
      <title>{t('tab.page', { status: t(`status.${status}`), page: title })}</title>
      <link rel="icon" type="image/svg+xml" href={`/icons/${status.replaceAll('_', '-')}.svg`} />
    </>
  );
}
