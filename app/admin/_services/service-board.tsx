import Link from 'next/link';
import { classNames } from '@/app/_ui/class-names';
import type { Service, ServiceGroup } from '@/lib/domain/service';
import { ActionForm } from '../_form/action-form';
import { KeepFocus } from '../_form/keep-focus';
import { setServiceStatusAction } from '../(control)/services/actions';
import { readableBlocks, serviceBlocks } from './service-blocks';
import { StatusSwitch } from './status-switch';

type ServiceBoardProps = { groups: readonly ServiceGroup[]; services: readonly Service[] };

/** Every service with what visitors see of it, and one tap to say otherwise. */
export function ServiceBoard({ groups, services }: ServiceBoardProps) {
  const blocks = readableBlocks(serviceBlocks(groups, services));
  if (blocks.length === 0) {
    return (
      <p className="p-4 text-ink-soft text-sm">
        There are no services yet.{' '}
        <Link href="/admin/services/new" className="text-link">
          Create the first one
        </Link>
        .
      </p>
    );
  }
  return (
    <KeepFocus>
      <ActionForm action={setServiceStatusAction}>
        <input type="hidden" name="from" value="now" />
        {blocks.map((block, index) => (
          <div
            key={block.group?.id ?? block.services[0]?.id}
            className={index > 0 ? 'border-line border-t' : undefined}
          >
            {block.group ? (
              <h3
                className={classNames(
                  'bg-sunken px-4 py-2 font-semibold text-ink-soft text-sm',
                  index === 0 && 'rounded-t-lg',
                )}
              >
                {block.group.name}
              </h3>
            ) : null}
            <ul className="divide-y divide-line">
              {block.services.map((service) => (
                <li
                  key={service.id}
                  id={`service-${service.id}`}
                  className="grid scroll-mt-[35vh] gap-x-4 gap-y-1 px-4 pt-1 pb-3 sm:py-2 sm:grid-cols-[1fr_auto] sm:items-center"
                >
                  <Link
                    href={`/admin/services/${service.id}`}
                    className="flex min-h-11 items-center font-medium hover:underline"
                  >
                    {service.name}
                  </Link>
                  <StatusSwitch service={service} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </ActionForm>
    </KeepFocus>
  );
}
