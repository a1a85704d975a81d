'use server';

import { z } from 'zod';
import type { FormState } from '@/app/admin/_form/form-state';
import { donePath } from '@/app/admin/_shell/done-path';
import { adminAction } from '@/app/admin/admin-action';
import { id } from '@/lib/contracts/incident-input';
import { groupInput } from '@/lib/contracts/service-input';
import { archiveGroup } from '@/lib/operations/archive-group';
import { createGroup } from '@/lib/operations/create-group';
import { editGroup } from '@/lib/operations/edit-group';

/** Adds an empty group to the page. */
export async function createGroupAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: Object.fromEntries,
    contract: groupInput,
    run: async (actor, input) => {
      await createGroup(actor, input);
      return donePath('/admin/services', 'created-group');
    },
  });
}

/** Renames or describes a group. */
export async function editGroupAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: Object.fromEntries,
    contract: groupInput.extend({ groupId: id }),
    run: async (actor, { groupId, ...input }) => {
      await editGroup(actor, groupId, input);
      return donePath('/admin/services', 'edited');
    },
  });
}

/** Takes a group off the page, after a page that asks whether it is meant. */
export async function archiveGroupAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: Object.fromEntries,
    contract: z.object({ groupId: id }),
    run: async (actor, { groupId }) => {
      await archiveGroup(actor, groupId);
      return donePath('/admin/services', 'archived-group');
    },
  });
}
