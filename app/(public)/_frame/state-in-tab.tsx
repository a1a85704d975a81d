import { serviceStatusWord } from '@/app/_ui/status-words';
import type { ServiceStatus } from '@/lib/domain/service-status';

type StateInTabProps = { status: ServiceStatus; title: string };

/** The tab's title and icon, which follow the state. React hoists both into the head, and keeps them current. */
export function StateInTab({ status, title }: StateInTabProps) {
  return (
    <>
      <title>{`${serviceStatusWord[status]} · ${title}`}</title>
      <link rel="icon" type="image/svg+xml" href={`/icons/${status.replaceAll('_', '-')}.svg`} />
    </>
  );
}
