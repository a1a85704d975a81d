import type { Metadata } from 'next';
import { BrandingFields } from '@/app/admin/_branding/branding-fields';
import { BrandingPreview } from '@/app/admin/_branding/branding-preview';
import { brandingTexts, textLabels } from '@/app/admin/_branding/branding-texts';
import { ActionForm } from '@/app/admin/_form/action-form';
import { FormSeen } from '@/app/admin/_form/controls';
import { SubmitButton } from '@/app/admin/_form/submit-button';
import { TheirsNotice } from '@/app/admin/_form/theirs-notice';
import { DoneNotice } from '@/app/admin/_shell/done-notice';
import { PageTitle } from '@/app/admin/_shell/page-title';
import type { SearchParams } from '@/app/admin/_shell/search-params';
import { StickyBar } from '@/app/admin/_shell/sticky-bar';
import { requireAdmin } from '@/lib/auth/require-admin';
import { getBranding, toPublicImage } from '@/lib/queries/get-branding';
import { editBrandingAction } from './actions';

export const metadata: Metadata = { title: 'Branding' };

export default async function BrandingPage({ searchParams }: { searchParams: SearchParams }) {
  await requireAdmin('/admin/branding');
  const branding = await getBranding();
  const { lightLogo, darkLogo, favicon } = branding;
  const texts = brandingTexts(branding);
  const images = {
    lightLogo: lightLogo && toPublicImage(lightLogo),
    darkLogo: darkLogo && toPublicImage(darkLogo),
    favicon: favicon && toPublicImage(favicon),
  };
  return (
    <>
      <DoneNotice searchParams={searchParams} />
      <PageTitle>Branding</PageTitle>
      <ActionForm
        action={editBrandingAction}
        label="Branding"
        className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_23rem]"
      >
        <div className="flex min-w-0 flex-col gap-8">
          <TheirsNotice labels={textLabels} />
          <FormSeen name="version" value={String(branding.version)} />
          <BrandingFields texts={texts} images={images} showName={branding.showName} />
          <StickyBar>
            <SubmitButton tone="primary" pending="Saving…" className="flex-1 sm:flex-none">
              Save branding
            </SubmitButton>
            <p className="hidden text-ink-soft text-sm sm:block">Every open page shows it at once.</p>
          </StickyBar>
        </div>
        <BrandingPreview texts={texts} images={images} showName={branding.showName} />
      </ActionForm>
    </>
  );
}
