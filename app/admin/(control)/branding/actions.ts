'use server';

import { brandingTexts } from '@/app/admin/_branding/branding-texts';
import type { FormState } from '@/app/admin/_form/form-state';
import { donePath } from '@/app/admin/_shell/done-path';
import { adminAction } from '@/app/admin/admin-action';
import { brandingInput } from '@/lib/contracts/branding-input';
import { editBranding } from '@/lib/operations/edit-branding';
import { getBranding } from '@/lib/queries/get-branding';
import { readBrandingForm } from './read-branding-form';

/** Sets the page's name and look, unless someone changed it first. */
export async function editBrandingAction(previous: FormState, form: FormData): Promise<FormState> {
  return adminAction(previous, form, {
    read: readBrandingForm,
    contract: brandingInput,
    run: async (actor, { lightLogo, darkLogo, favicon, ...input }) => {
      await editBranding(actor, {
        ...input,
        ...(lightLogo !== undefined && { lightLogo: await bytesOf(lightLogo) }),
        ...(darkLogo !== undefined && { darkLogo: await bytesOf(darkLogo) }),
        ...(favicon !== undefined && { favicon: await bytesOf(favicon) }),
      });
      return donePath('/admin/branding', 'edited');
    },
    theirs: async () => {
      const saved = await getBranding();
      return { ...brandingTexts(saved), version: String(saved.version) };
    },
  });
}

async function bytesOf(file: File | null) {
  return file && new Uint8Array(await file.arrayBuffer());
}
