import { createHash } from 'node:crypto';
import type { EmbedLook } from '@/lib/contracts/embed-query';
import type { StatusSnapshot } from '@/lib/contracts/live-state';
import type { PublicDocument } from '@/lib/contracts/public-answer';
import { entityTag } from '@/lib/entity-tag';
import { escaped } from '@/lib/publications/markup';
import { wordPack } from '@/lib/words/word-pack';
import { wordsOf } from '@/lib/words/words';

/** The margin leaves room for the ring around what has the focus. */
const style = 'body{margin:4px;font-family:system-ui,sans-serif}';
const styleHash = createHash('sha256').update(style).digest('base64');

/** Any site may frame this page, and no other of ours; there is nothing on it that a click could change. */
export const embedHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${styleHash}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; '),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  Vary: 'Accept-Language',
};

type Embed = {
  look: EmbedLook;
  /** One of those that we have. */
  language: string;
  /** What is told to those without scripts; null while nothing is known. */
  snapshot: StatusSnapshot | null;
  cacheControl: string;
};

/** The page for frames: the widget and, for those without scripts, the state in a list. */
export function embedPage({ look, language, snapshot, cacheControl }: Embed): PublicDocument {
  const { t, direction } = wordsOf(wordPack(language));
  const name = snapshot?.page.name ?? '';
  const { kind, theme, services } = look;
  const body = [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    // The frame's, and so the one of the page around it: where they differ, browsers paint a ground under the frame.
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(`${name} – ${t('page.serviceStatus')}`)}</title><style>${style}</style>`,
    '<script src="/widget.js" async></script></head><body>',
    `<signalbox-status kind="${kind}" theme="${theme}" services="${escaped(services)}"></signalbox-status>`,
    `<noscript>${snapshot ? plainList(snapshot, t) : t('error.title')}</noscript></body></html>`,
  ].join('');
  const type = 'text/html; charset=utf-8';
  return { body, type, etag: entityTag(body), cacheControl, modifiedAt: null, staleSince: null };
}

function plainList({ state }: StatusSnapshot, t: ReturnType<typeof wordsOf>['t']): string {
  const headline = t(`headline.${state.statusLabel}`);
  const told = state.stale ? t('headline.lastKnown', { headline }) : headline;
  const items = state.services.map(
    ({ name, status }) => `<li><bdi>${escaped(name)}</bdi>: ${escaped(t(`status.${status}`))}</li>`,
  );
  return `<a href="/" target="_blank" rel="noopener">${escaped(told)}</a><ul>${items.join('')}</ul>`;
}
