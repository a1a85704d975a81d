import type { PageImage } from '@/lib/domain/branding';
import { toPublicImage } from '@/lib/queries/get-branding';
import { cacheControls, type Publication } from '../publication';

/** What a phone needs to put the page on its home screen (W3C Web Application Manifest). */
export const webManifest: Publication = {
  key: '/manifest.webmanifest',
  type: 'application/manifest+json; charset=utf-8',
  cacheControl: cacheControls.history,
  write: ({ site: { page }, icon }) =>
    JSON.stringify({
      id: '/',
      name: `${page.name} Status`,
      short_name: page.name,
      start_url: '/',
      scope: '/',
      display: 'minimal-ui',
      // The canvas of app/globals.css, bright.
      background_color: '#f6f5f1',
      theme_color: '#f6f5f1',
      icons: [icon ? uploaded(icon) : { src: '/icons/signalbox.svg', sizes: 'any', type: drawn }],
    }),
};

const drawn = 'image/svg+xml';

function uploaded(icon: PageImage) {
  const { url: src, width, height } = toPublicImage(icon);
  return { src, sizes: icon.type === drawn ? 'any' : `${width}x${height}`, type: icon.type };
}
