import type { ReactNode } from 'react';
import type { Service, ServiceGroup } from '@/lib/domain/service';
import { readableBlocks, serviceBlocks } from './service-blocks';

type ServiceSectionsProps = {
  groups: readonly ServiceGroup[];
  services: readonly Service[];
  legend: string;
  children: (service: Service) => ReactNode;
};

/** Every service on the page under its group's name, each drawn by `children`. */
export function ServiceSections({ groups, services, legend, children }: ServiceSectionsProps) {
  const blocks = readableBlocks(serviceBlocks(groups, services));
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-2 font-medium text-sm">{legend}</legend>
      {blocks.length === 0 ? <p className="text-ink-soft text-sm">There are no services yet.</p> : null}
      {blocks.map((block) => (
        <div key={block.group?.id ?? block.services[0]?.id} className="flex flex-col gap-3">
          {block.group ? <h2 className="font-semibold text-ink-soft text-sm">{block.group.name}</h2> : null}
          {block.services.map(children)}
        </div>
      ))}
    </fieldset>
  );
}
