'use client';

import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo } from 'react';
import { isPlainText, PlainText } from './plain-text';

type Rendered = { text: string; element: ReactNode };
const Known = createContext<ReadonlyMap<string, ReactNode>>(new Map());

/** Hands what the server made of texts with marks on to the `WrittenText`s inside, beside what is known around it. */
export function RenderedTextsProvider(props: { rendered: readonly Rendered[]; children: ReactNode }) {
  const { rendered, children } = props;
  const around = useContext(Known);
  const known = useMemo(
    () => new Map([...around, ...rendered.map(({ text, element }) => [text, element] as const)]),
    [around, rendered],
  );
  return <Known value={known}>{children}</Known>;
}

/** Most visitors never need it: what has no marks needs no Markdown, and what the server knew it has rendered. */
const LazyMarkdown = lazy(() =>
  import('./markdown').then(
    ({ Markdown }) => ({ default: Markdown }),
    // After an update of the product the file may be gone: the words are still better than none.
    () => ({ default: PlainText }),
  ),
);

/** A person's Markdown as elements, whether it came with the page or later. */
export function WrittenText({ children: text }: { children: string }) {
  const known = useContext(Known).get(text);
  if (known) return known;
  if (isPlainText(text)) return <PlainText>{text}</PlainText>;
  return (
    <Suspense fallback={<PlainText>{text}</PlainText>}>
      <LazyMarkdown>{text}</LazyMarkdown>
    </Suspense>
  );
}
