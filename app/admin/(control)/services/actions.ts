'use server';

import { z } from 'zod';
import type { FormState } from '@/app/admin/_form/form-state';
import { movedBlocks } from '@/app/admin/_services/moved-blocks';
import { serviceBlocks } from '@/app/admin/_services/service-blocks';
import { donePath } from '@/app/admin/_shell/done-path';
import { adminAction } from '@/app/admin/admin-action';
import { id } from '@/lib/contracts/incident-input';
import { createServiceInput, editServiceInput } from '@/lib/contracts/service-input';
import { serviceStatuses } from '@/lib/domain/service-status';
import { archiveService } from '@/lib/operations/archive-service';
import { createService } from '@/lib/operations/create-service';
import { editService } from '@/lib/operations/edit-service';
import { reorderServices } from '@/lib/operations/reorder-services';
import { restoreService } from '@/lib/operations/restore-service';
import { setServiceStatus } from '@/lib/operations/set-service-status';
import { getServiceList } from '@/lib/queries/get-service-list';
import { readServiceForm } from './read-service-form';

const pathOf = (serviceId: string) => `/admin/services/${serviceId}`;

/** Sets one service's status; the pressed button says which and to what. */
export async function setServiceStatusAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: (form) => {
      const [serviceId, status] = String(form.get('set')).split(':');
      return { serviceId, status, from: form.get('from') };
    },
    contract: z.object({ serviceId: id, status: z.enum(serviceStatuses), from: z.enum(['now', 'service']) }),
    run: async (actor, { serviceId, status, from }) => {
      const was = (await getServiceList()).services.find((service) => service.id === serviceId)?.status ?? '';
      await setServiceStatus(actor, serviceId, status);
      const path = from === 'now' ? '/admin' : pathOf(serviceId);
      return donePath(path, 'status-set', { service: serviceId, was }, `service-${serviceId}`);
    },
  });
}

/** Puts a new service on the page. */
export async function createServiceAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: readServiceForm,
    contract: createServiceInput,
    run: async (actor, input) => {
      await createService(actor, input);
      return donePath('/admin/services', 'created');
    },
  });
}

/** Changes what a service is called and where it stands, unless someone changed it first. */
export async function editServiceAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: readServiceForm,
    contract: editServiceInput
      .omit({ status: true })
      .required({ seenUpdatedAt: true })
      .extend({ serviceId: id }),
    run: async (actor, { serviceId, ...input }) => {
      await editService(actor, serviceId, input);
      return donePath('/admin/services', 'edited');
    },
    theirs: async ({ serviceId }): Promise<Record<string, string>> => {
      const saved = (await getServiceList()).services.find((service) => service.id === serviceId);
      if (!saved) return {};
      const { name, description, startDate, groupId, updatedAt } = saved;
      return {
        name,
        description: description ?? '',
        startDate: startDate ?? '',
        groupId: groupId ?? '',
        showcase: saved.showcase ? 'true' : '',
        onlyShowIfDegraded: saved.onlyShowIfDegraded ? 'true' : '',
        seenUpdatedAt: updatedAt.toISOString(),
      };
    },
  });
}

/** Takes a service off the page, after a page that asks whether it is meant. */
export async function archiveServiceAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: Object.fromEntries,
    contract: z.object({ serviceId: id }),
    run: async (actor, { serviceId }) => {
      await archiveService(actor, serviceId);
      return donePath('/admin/services', 'archived');
    },
  });
}

/** Brings an archived service back. */
export async function restoreServiceAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: Object.fromEntries,
    contract: z.object({ serviceId: id }),
    run: async (actor, { serviceId }) => {
      await restoreService(actor, serviceId);
      return donePath('/admin/services', 'restored');
    },
  });
}

const move = z.object({ kind: z.enum(['group', 'service']), id, direction: z.enum(['up', 'down']) });

/** Moves a group or a service by one place; the pressed button says which and where to. */
export async function moveAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: (form) => {
      const [kind, id, direction] = String(form.get('move')).split(':');
      return { kind, id, direction };
    },
    contract: move,
    run: async (actor, input) => {
      const { groups, services } = await getServiceList();
      await reorderServices(actor, movedBlocks(serviceBlocks(groups, services), input));
      return donePath('/admin/services', 'moved', {}, `${input.kind}-${input.id}`);
    },
  });
}
