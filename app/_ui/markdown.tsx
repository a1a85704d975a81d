import MarkdownToJsx, { type MarkdownToJSX } from 'markdown-to-jsx/react';
import type { ReactNode } from 'react';
import { isSafeLink } from './safe-link';

type Children = { children?: ReactNode };

/** A link that is followed only to http(s) and mailto; anything else stays the words it was. */
function Link({ href, title, children }: Children & { href?: string; title?: string }) {
  if (!isSafeLink(href)) return <span>{children}</span>;
  return (
    <a href={href} title={title} rel="noopener nofollow">
      {children}
    </a>
  );
}

// Headings start below the title they stand under, and lose their ids: two updates may use the same words.
const headings = {
  h1: ({ children }: Children) => <h4>{children}</h4>,
  h2: ({ children }: Children) => <h5>{children}</h5>,
  h3: ({ children }: Children) => <h6>{children}</h6>,
  h4: ({ children }: Children) => <h6>{children}</h6>,
  h5: ({ children }: Children) => <h6>{children}</h6>,
  h6: ({ children }: Children) => <h6>{children}</h6>,
};

const options: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  ignoreHTMLBlocks: true,
  forceBlock: true,
  wrapper: null,
  slugify: () => '',
  overrides: {
    ...headings,
    a: Link,
    // Images would let a message call other hosts from every visitor's browser.
    img: ({ alt }: { alt?: string }) => (alt ? <span>{alt}</span> : null),
    input: ({ checked }: { checked?: boolean }) => <span>{checked ? '☑' : '☐'}</span>,
  },
};

/** A person's Markdown as React elements: no raw HTML, no images, only safe links. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="prose">
      <MarkdownToJsx options={options}>{children}</MarkdownToJsx>
    </div>
  );
}
