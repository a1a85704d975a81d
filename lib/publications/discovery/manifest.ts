import { cacheControls, type Publication } from '../publication';

/** What a phone needs to put the page on its home screen (W3C Web Application Manifest). */
export const webManifest: Publication = {
  key: '/manifest.webmanifest',
  type: 'application/manifest+json; charset=utf-8',
  cacheControl: cacheControls.history,
  write: ({ site: { page } }) =>
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
      icons: [{ src: '/icons/signalbox.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    }),
};
