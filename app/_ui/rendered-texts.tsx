import type { ReactNode } from 'react';
import { Markdown } from './markdown';
import { isPlainText } from './plain-text';
import { RenderedTextsProvider } from './written-text';

/** Renders these texts on the server, as far as they have marks, so that a browser needs no Markdown to show them. */
export function RenderedTexts({ texts, children }: { texts: readonly string[]; children: ReactNode }) {
  const marked = [...new Set(texts)].filter((text) => !isPlainText(text));
  const rendered = marked.map((text) => ({ text, element: <Markdown key={text}>{text}</Markdown> }));
  return <RenderedTextsProvider rendered={rendered}>{children}</RenderedTextsProvider>;
}
