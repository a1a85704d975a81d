'use client';

import { useEffect, useRef } from 'react';
import { Markdown } from '@/app/_ui/markdown';
import { PlainImage } from '@/app/_ui/plain-image';
import { accentIn, type Theme } from '@/lib/domain/branding-accent';
import { parseLinks } from '@/lib/domain/branding-links';
import { parseColour } from '@/lib/domain/oklch';
import type { BrandingTexts } from './branding-texts';
import styles from './preview.module.css';

type PreviewPanelProps = {
  theme: Theme;
  texts: BrandingTexts;
  showName: boolean;
  logo: string | null;
  icon: string | null;
};

/** The frame of the public page in small, in one mode. Its links are words: it is a picture. */
export function PreviewPanel({ theme, texts, showName, logo, icon }: PreviewPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const accent = parseColour(texts.accent);
  useEffect(() => {
    // By script, as the page's policy lets no markup set a style.
    const style = panel.current?.style;
    const { words, tint } = accent ? accentIn(accent, theme) : {};
    style?.setProperty('--color-accent', words ?? '');
    style?.setProperty('--color-accent-tint', tint ?? '');
  }, [accent, theme]);
  return (
    <section
      ref={panel}
      aria-label={theme === 'light' ? 'In light mode' : 'In dark mode'}
      className={`${styles[theme]} flex flex-col gap-3 rounded-lg border border-line bg-canvas p-4 text-ink text-sm`}
    >
      <div className="flex items-center gap-2 text-ink-faint text-xs">
        {icon ? <PlainImage src={icon} alt="" className="size-4 object-contain" /> : null}
        <span className="truncate">Operational · {texts.name}</span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="flex min-w-0 items-center gap-2 font-semibold">
          {logo ? <PlainImage src={logo} alt="" className="h-7 w-auto max-w-40 object-contain" /> : null}
          {logo && !showName ? null : <bdi>{texts.name}</bdi>}
        </span>
        <Labels lines={texts.headerLinks} />
      </div>
      {texts.announcement.trim() ? (
        <div className="rounded-md border border-accent/30 bg-accent-tint px-3 py-2" inert>
          <Markdown>{texts.announcement}</Markdown>
        </div>
      ) : null}
      <div className="rounded-md border border-line bg-surface px-3 py-2">
        <p className="font-semibold">All systems operational</p>
        <p className="text-ink-soft">
          Words with a <span className="text-link">link</span> in them.
        </p>
      </div>
      <div className="flex flex-col gap-1 border-line border-t pt-2 text-ink-faint text-xs">
        {texts.footerText.trim() ? <p className="whitespace-pre-line">{texts.footerText}</p> : null}
        <Labels lines={texts.footerLinks} first={texts.support.trim() ? 'Contact support' : null} />
      </div>
    </section>
  );
}

function Labels({ lines, first = null }: { lines: string; first?: string | null }) {
  const found = parseLinks(lines, Number.POSITIVE_INFINITY);
  const labels = 'links' in found ? found.links.map(({ label }) => label) : [];
  const all = first ? [first, ...labels] : labels;
  if (all.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-ink-soft text-xs">
      {all.map((label, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two links may be the same.
        <bdi key={index}>{label}</bdi>
      ))}
    </p>
  );
}
