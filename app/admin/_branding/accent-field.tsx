'use client';

import { useState } from 'react';
import { controlClass, describedBy, Labelled } from '@/app/_ui/field';
import { accentIn, type Theme } from '@/lib/domain/branding-accent';
import { parseColour } from '@/lib/domain/oklch';
import { useControl } from '../_form/form-context';
import { textLabels } from './branding-texts';

const hint = 'As #rrggbb. It colours links, focus and the announcement; without one they are blue.';

/** The accent, and how it does as the colour of words on light and on dark. */
export function AccentField({ saved }: { saved: string }) {
  const { id, typed, error } = useControl('accent');
  const [text, setText] = useState(typed ?? saved);
  const colour = parseColour(text);
  return (
    <div className="flex flex-col gap-2">
      <Labelled id={id} label={`${textLabels.accent} (optional)`} hint={hint} error={error}>
        <div className="flex gap-2">
          <input
            id={id}
            name="accent"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="#0b5e86"
            autoComplete="off"
            spellCheck={false}
            className={`${controlClass} min-h-11 max-w-40 font-mono`}
            {...describedBy(id, hint, error)}
          />
          <input
            type="color"
            aria-label="Choose the accent colour"
            value={colour ?? '#0b5e86'}
            onChange={(event) => setText(event.target.value)}
            className="h-11 w-14 noscript:hidden rounded-md border border-line-strong bg-surface p-1"
          />
        </div>
      </Labelled>
      <ul aria-live="polite" className="flex flex-col gap-1 text-sm">
        {colour ? (
          <>
            <Verdict colour={colour} theme="light" />
            <Verdict colour={colour} theme="dark" />
          </>
        ) : null}
      </ul>
    </div>
  );
}

const names: Record<Theme, string> = { light: 'On light', dark: 'On dark' };

function Verdict({ colour, theme }: { colour: string; theme: Theme }) {
  const { contrast, isReadable, words } = accentIn(colour, theme);
  return (
    <li className="flex items-start gap-2">
      {/* Presentation attributes, as the page's policy lets no markup set a style. */}
      <svg viewBox="0 0 32 16" aria-hidden="true" className="mt-0.5 h-4 w-8 flex-none">
        <rect width="32" height="16" rx="3" fill={words} stroke="currentColor" strokeOpacity="0.3" />
      </svg>
      <span>
        {names[theme]}: {ratio(contrast)}.{' '}
        {isReadable
          ? 'Readable as it is.'
          : `Too faint for words, which need 4.5 : 1. Links take ${words}, the nearest readable shade.`}
      </span>
    </li>
  );
}

/** Rounded down, so that nothing that falls short reads as enough. */
function ratio(contrast: number): string {
  return `${(Math.floor(contrast * 10) / 10).toFixed(1)} : 1`;
}
