import Link from 'next/link';
import { Panel } from '@/app/_ui/panel';
import type { Service } from '@/lib/domain/service';
import { ActionForm } from '../_form/action-form';
import { SubmitButton } from '../_form/submit-button';
import { restoreServiceAction } from '../(control)/services/actions';

/** Services off the page, each with its way back. */
export function ArchivedServices({ services }: { services: readonly Service[] }) {
  if (services.length === 0) return null;
  return (
    <section aria-labelledby="archived" className="mt-8">
      <h2 id="archived" className="mb-3 font-semibold text-lg">
        Archived
      </h2>
      <Panel>
        <ul className="divide-y divide-line">
          {services.map((service) => (
            <li key={service.id} className="flex items-center gap-3 px-4 py-2">
              <Link
                href={`/admin/services/${service.id}`}
                className="flex min-h-11 flex-1 items-center text-ink-soft hover:underline"
              >
                {service.name}
              </Link>
              <RestoreForm service={service} />
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
}

/** The button that brings an archived service back. */
export function RestoreForm({ service }: { service: Service }) {
  return (
    <ActionForm action={restoreServiceAction}>
      <input type="hidden" name="serviceId" value={service.id} />
      <SubmitButton pending="Restoring…">
        Restore<span className="sr-only"> {service.name}</span>
      </SubmitButton>
    </ActionForm>
  );
}
