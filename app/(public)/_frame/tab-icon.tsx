'use client';

import { useLivePage } from '@/app/hooks/live-page';
import type { ServiceStatus } from '@/lib/domain/service-status';

/** The tab's icon in a state: ours, or the team's own with the state's sign on it. React puts it into the head. */
export function TabIcon({ status }: { status: ServiceStatus }) {
  const icons = useLivePage()?.branding?.icons ?? '/icons';
  return <link rel="icon" type="image/svg+xml" href={`${icons}/${status.replaceAll('_', '-')}.svg`} />;
}
