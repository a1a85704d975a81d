import { serviceStatusWord } from '@/app/_ui/status-words';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { type Choice, ChoiceRow } from '../_form/choice-row';
import { checkedTone } from '../_services/status-choices';
import { affectedName } from './affected-services';

const hits: Choice[] = [
  { value: 'degraded_performance', label: 'Degraded', tone: checkedTone.degraded_performance },
  { value: 'partial_outage', label: 'Partial', tone: checkedTone.partial_outage },
  { value: 'major_outage', label: 'Major', tone: checkedTone.major_outage },
];
const recovered: Choice = { value: 'operational', label: 'OK', tone: checkedTone.operational };

/** The default stands back, so that the eye finds what was chosen. */
const untouched = 'has-checked:bg-sunken has-checked:text-ink';

type AffectedRowProps = {
  service: { id: string; name: string };
  /** What the incident says of the service already; without it the service is new to the incident. */
  said?: ServiceStatus;
};

/** How hard an incident hits one service: one tap. Nothing chosen says nothing. */
export function AffectedRow({ service, said }: AffectedRowProps) {
  const choices = said
    ? [{ value: '', label: 'As it is', tone: untouched }, recovered, ...hits]
    : [{ value: '', label: 'Not hit', tone: untouched }, ...hits];
  const legend = said ? (
    <>
      {service.name}{' '}
      <span className="font-normal text-ink-soft">— now {serviceStatusWord[said].toLowerCase()}</span>
    </>
  ) : (
    service.name
  );
  return (
    <ChoiceRow
      name={affectedName(service.id)}
      legend={legend}
      choices={choices}
      defaultValue=""
      legendAt="beside"
    />
  );
}
