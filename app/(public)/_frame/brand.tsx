'use client';

import { PlainImage } from '@/app/_ui/plain-image';
import { useLivePage, usePageName } from '@/app/hooks/live-page';

/** The page's logo, its name, or both. */
export function Brand({ pageName }: { pageName: string }) {
  const branding = useLivePage()?.branding;
  const name = usePageName(pageName);
  if (!branding?.logo) return <bdi>{name}</bdi>;
  const { light, dark } = branding.logo;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <picture className="flex-none">
        {dark.url === light.url ? null : (
          <source
            media="screen and (prefers-color-scheme: dark)"
            srcSet={dark.url}
            width={dark.width}
            height={dark.height}
          />
        )}
        <PlainImage
          src={light.url}
          width={light.width}
          height={light.height}
          alt={branding.showName ? '' : name}
          className="sb-logo h-9 w-auto max-w-60 object-contain object-left rtl:object-right"
        />
      </picture>
      {branding.showName ? <bdi>{name}</bdi> : null}
    </span>
  );
}
