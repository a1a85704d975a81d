'use server';

import { z } from 'zod';
import type { FormState } from '@/app/admin/_form/form-state';
import { donePath } from '@/app/admin/_shell/done-path';
import { adminAction } from '@/app/admin/admin-action';
import {
  editIncidentInput,
  editIncidentUpdateInput,
  id,
  openIncidentInput,
  postIncidentUpdateInput,
} from '@/lib/contracts/incident-input';
import { editIncident } from '@/lib/operations/edit-incident';
import { editIncidentUpdate } from '@/lib/operations/edit-incident-update';
import { openIncident } from '@/lib/operations/open-incident';
import { postIncidentUpdate } from '@/lib/operations/post-incident-update';
import { removeIncident } from '@/lib/operations/remove-incident';
import { getIncidentRecord } from '@/lib/queries/get-incident-record';
import { readImpact, readIncidentForm } from './read-incident-form';

const pathOf = (incidentId: string) => `/admin/incidents/${incidentId}`;

/** Opens an incident and leads to it. */
export async function openIncidentAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: readIncidentForm,
    contract: openIncidentInput,
    run: async (actor, input) => {
      const incident = await openIncident(actor, input);
      return donePath(pathOf(incident.id), 'opened', { count: String(incident.services.length) });
    },
  });
}

/** Posts an update, which may resolve the incident, and leads back to where it was posted. */
export async function postIncidentUpdateAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: readIncidentForm,
    contract: postIncidentUpdateInput.extend({
      incidentId: id,
      from: z.enum(['now', 'incident']).default('incident'),
    }),
    run: async (actor, { incidentId, from, ...input }) => {
      const incident = await postIncidentUpdate(actor, incidentId, input);
      const isResolved = incident.status === 'resolved';
      // The dashboard no longer lists a resolved incident, and the incident's page tells what became of its services.
      if (isResolved) return donePath(pathOf(incidentId), 'resolved');
      return donePath(from === 'now' ? '/admin' : pathOf(incidentId), 'posted', {
        count: String(input.services.length),
      });
    },
  });
}

/** Changes an incident's title and impact, unless someone changed it first. */
export async function editIncidentAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: (form) => ({
      ...Object.fromEntries(form),
      ...readImpact(form),
      version: Number(form.get('version')),
    }),
    contract: editIncidentInput.required({ version: true }).extend({ incidentId: id }),
    run: async (actor, { incidentId, ...input }) => {
      await editIncident(actor, incidentId, input);
      return donePath(pathOf(incidentId), 'edited');
    },
    theirs: async ({ incidentId }): Promise<Record<string, string>> => {
      const saved = await getIncidentRecord(incidentId);
      if (!saved) return {};
      return {
        title: saved.title,
        impactOverride: saved.impactOverride ?? '',
        version: String(saved.version),
      };
    },
  });
}

/** Rewrites one update's words, unless someone did first. */
export async function editIncidentUpdateAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: Object.fromEntries,
    contract: editIncidentUpdateInput
      .required({ seenUpdatedAt: true })
      .extend({ incidentId: id, updateId: id }),
    run: async (actor, { incidentId, updateId, ...input }) => {
      await editIncidentUpdate(actor, incidentId, updateId, input);
      return donePath(pathOf(incidentId), 'edited');
    },
    theirs: async ({ incidentId, updateId }): Promise<Record<string, string>> => {
      const incident = await getIncidentRecord(incidentId);
      const saved = incident?.updates.find((update) => update.id === updateId);
      return saved ? { body: saved.body, seenUpdatedAt: saved.updatedAt.toISOString() } : {};
    },
  });
}

/** Deletes an incident for good, after a page that asks whether it is meant. */
export async function removeIncidentAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: Object.fromEntries,
    contract: z.object({ incidentId: id }),
    run: async (actor, { incidentId }) => {
      await removeIncident(actor, incidentId);
      return donePath('/admin/incidents', 'deleted');
    },
  });
}
