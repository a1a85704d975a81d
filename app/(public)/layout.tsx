import type { ReactNode } from 'react';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { LivePageProvider } from '@/app/hooks/live-page';
import { getPublicPage } from '@/lib/queries/get-public-page';
import { BrandingStyles } from './_frame/branding-styles';
import { MachineLinks } from './_frame/machine-links';

/** What every public page has in its head, and how the team has it look. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const page = await getPublicPage();
  return (
    <LivePageProvider page={page}>
      <MachineLinks />
      <BrandingStyles />
      <RenderedTexts texts={page?.announcement ? [page.announcement] : []}>{children}</RenderedTexts>
    </LivePageProvider>
  );
}
