import { Fragment } from 'react';

/** A sentence of the document, with what stands in backticks as code. */
export function MarkedText({ text }: { text: string }) {
  return text.split('`').map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
    <Fragment key={i}>{i % 2 === 1 ? <code>{part}</code> : part}</Fragment>
  ));
}
