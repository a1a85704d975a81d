import Link from 'next/link';
import type { ReactNode } from 'react';
import { Panel } from '@/app/_ui/panel';
import { StatusBadge } from '@/app/_ui/status-badge';
import type { Service } from '@/lib/domain/service';
import { ActionForm } from '../_form/action-form';
import { KeepFocus } from '../_form/keep-focus';
import { moveAction } from '../(control)/services/actions';
import { MoveButtons } from './move-buttons';
import type { ServiceBlock } from './service-blocks';

/** The page's order: groups and services, each with buttons that move it by one place. */
export function OrderBoard({ blocks }: { blocks: readonly ServiceBlock[] }) {
  if (blocks.length === 0) {
    return (
      <p className="text-ink-soft">Nothing on the page yet. Create a service, and visitors see it at once.</p>
    );
  }
  return (
    <KeepFocus>
      <ActionForm action={moveAction} label="Order of the page" className="flex flex-col gap-3">
        {blocks.map(({ group, services }, index) => {
          const place = { isFirst: index === 0, isLast: index === blocks.length - 1 };
          return (
            <Panel key={group?.id ?? services[0]?.id}>
              {group ? (
                <Row
                  anchor={`group-${group.id}`}
                  href={`/admin/services/groups/${group.id}`}
                  name={group.name}
                  isGroup
                >
                  <MoveButtons kind="group" id={group.id} name={group.name} {...place} />
                </Row>
              ) : null}
              <ul className="divide-y divide-line">
                {services.map((service, at) => (
                  <li key={service.id}>
                    <Row
                      anchor={`service-${service.id}`}
                      href={`/admin/services/${service.id}`}
                      name={service.name}
                      service={service}
                    >
                      <MoveButtons
                        kind="service"
                        id={service.id}
                        name={service.name}
                        {...(group ? { isFirst: at === 0, isLast: at === services.length - 1 } : place)}
                      />
                    </Row>
                  </li>
                ))}
              </ul>
              {group && services.length === 0 ? (
                <p className="px-4 py-3 text-ink-soft text-sm">Empty: visitors do not see this group yet.</p>
              ) : null}
            </Panel>
          );
        })}
      </ActionForm>
    </KeepFocus>
  );
}

type RowProps = {
  anchor: string;
  href: string;
  name: string;
  isGroup?: boolean;
  service?: Service;
  children: ReactNode;
};

function Row({ anchor, href, name, isGroup, service, children }: RowProps) {
  return (
    <div
      id={anchor}
      className={`flex scroll-mt-[35vh] items-center gap-3 px-4 py-1.5 ${isGroup ? 'rounded-t-lg border-line border-b bg-sunken' : ''}`}
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4">
        <Link
          href={href}
          className={`flex min-h-11 flex-auto items-center hover:underline ${isGroup ? 'font-semibold' : 'font-medium'}`}
        >
          {name}
        </Link>
        {service ? <StatusBadge status={service.status} /> : null}
      </div>
      {children}
    </div>
  );
}
