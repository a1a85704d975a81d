'use client';

import { useLivePage } from '@/app/hooks/live-page';

/**
 * The team's accent and its own CSS. Without `precedence`, which would have React keep every stylesheet that ever
 * was: this one changes, and goes, while the page is open.
 */
export function BrandingStyles() {
  const stylesheet = useLivePage()?.branding?.stylesheet;
  return stylesheet ? <link rel="stylesheet" href={stylesheet} /> : null;
}
