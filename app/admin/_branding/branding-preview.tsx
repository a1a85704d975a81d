'use client';

import { useContext, useEffect, useRef, useState } from 'react';
import { imagePlaces } from '@/lib/domain/branding';
import { FormContext } from '../_form/form-context';
import type { BrandingTexts, ShownImages } from './branding-texts';
import { PreviewPanel } from './preview-panel';

type BrandingPreviewProps = { texts: BrandingTexts; images: ShownImages; showName: boolean };
type Urls = Record<(typeof imagePlaces)[number], string | null>;

/** The page in both modes as it would look, following what is typed. Without JavaScript it shows what is saved or was sent. */
export function BrandingPreview({ texts, images, showName }: BrandingPreviewProps) {
  const { answer, values } = useContext(FormContext).state;
  const around = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(() => ({
    texts: { ...texts, ...firstOf(values) },
    showName: answer > 0 ? 'showName' in values : showName,
  }));
  const [urls, setUrls] = useState<Urls>({
    lightLogo: images.lightLogo?.url ?? null,
    darkLogo: images.darkLogo?.url ?? null,
    favicon: images.favicon?.url ?? null,
  });

  useEffect(() => {
    const form = around.current?.closest('form');
    if (!form) return;
    async function follow(form: HTMLFormElement) {
      const given = new FormData(form);
      const strings = [...given].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
      setTyped({ texts: { ...texts, ...Object.fromEntries(strings) }, showName: given.has('showName') });
      const entries = imagePlaces.map(async (place) => [place, await urlOf(given, place, images)]);
      setUrls(Object.fromEntries(await Promise.all(entries)));
    }
    // A moment later, when one control has told the other.
    const listen = () => setTimeout(() => void follow(form), 0);
    form.addEventListener('input', listen);
    return () => form.removeEventListener('input', listen);
  }, [texts, images]);

  const panel = { ...typed, icon: urls.favicon };
  return (
    <div ref={around} className="flex flex-col gap-3 lg:sticky lg:top-4">
      <h2 className="font-semibold">Preview</h2>
      <PreviewPanel {...panel} theme="light" logo={urls.lightLogo ?? urls.darkLogo} />
      <PreviewPanel {...panel} theme="dark" logo={urls.darkLogo ?? urls.lightLogo} />
      <p className="text-ink-soft text-sm">Custom CSS is not applied here, only on the page.</p>
    </div>
  );
}

function firstOf(values: Record<string, string[]>): Partial<BrandingTexts> {
  return Object.fromEntries(Object.entries(values).map(([name, [first = '']]) => [name, first]));
}

async function urlOf(form: FormData, place: keyof Urls, images: ShownImages): Promise<string | null> {
  const file = form.get(place);
  // Not by createObjectURL: the page's policy lets images come from here or from a data: address.
  if (file instanceof File && file.size > 0) return dataUrl(file);
  return form.has(`remove-${place}`) ? null : (images[place]?.url ?? null);
}

function dataUrl(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
