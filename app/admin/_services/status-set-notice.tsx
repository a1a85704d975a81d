import { serviceStatusWord } from '@/app/_ui/status-words';
import type { Service } from '@/lib/domain/service';
import { type ServiceStatus, serviceStatuses } from '@/lib/domain/service-status';
import { ActionForm } from '../_form/action-form';
import { SubmitButton } from '../_form/submit-button';
import type { SearchParams } from '../_shell/search-params';
import { Toast } from '../_shell/toast';
import { setServiceStatusAction } from '../(control)/services/actions';

type StatusSetNoticeProps = { searchParams: SearchParams; services: readonly Service[] };

/** Says what visitors see of the service that was just set, and offers the way back, as one tap is easily a slip. */
export async function StatusSetNotice({ searchParams, services }: StatusSetNoticeProps) {
  const { done, service: id, was, at } = await searchParams;
  const service = services.find((service) => service.id === id);
  if (done !== 'status-set' || !service) return null;
  const before = serviceStatuses.find((status) => status === was);
  return (
    <Toast
      key={String(at)}
      action={before && before !== service.status ? <PutBack service={service} before={before} /> : null}
    >
      {`${service.name}: visitors see “${serviceStatusWord[service.status]}”.`}
    </Toast>
  );
}

function PutBack({ service, before }: { service: Service; before: ServiceStatus }) {
  return (
    <ActionForm action={setServiceStatusAction}>
      <input type="hidden" name="from" value="now" />
      <SubmitButton name="set" value={`${service.id}:${before}`} size="small" pending="Undoing…">
        Undo<span className="sr-only">: back to “{serviceStatusWord[before]}”</span>
      </SubmitButton>
    </ActionForm>
  );
}
