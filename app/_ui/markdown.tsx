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

// Headings lose their ids: two updates may use the same words.
function heading(level: number) {
  const Heading = `h${Math.min(level, 6)}` as 'h6';
  return ({ children }: Children) => <Heading>{children}</Heading>;
}

/** Headings start right below the title of level `under`, whatever they start with in the text. */
function headingsOf(text: string, under: number) {
  const highest = Math.min(...[...text.matchAll(/^ {0,3}(#{1,6})\s|^(=+|-+)\s*$/gm)].map(levelOf));
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, heading(under + 1 + Math.max(0, level - highest))]),
  );
}

function levelOf([, marks, line]: RegExpMatchArray): number {
  return marks?.length ?? (line?.startsWith('=') ? 1 : 2);
}

const options: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  ignoreHTMLBlocks: true,
  forceBlock: true,
  wrapper: null,
  slugify: () => '',
};
const overrides = {
  a: Link,
  // Images would let a message call other hosts from every visitor's browser.
  img: ({ alt }: { alt?: string }) => (alt ? <span>{alt}</span> : null),
  input: ({ checked }: { checked?: boolean }) => <span>{checked ? '☑' : '☐'}</span>,
};

type MarkdownProps = {
  children: string;
  /** The level of the heading that the text stands under. */
  under?: number;
};

/** A person's Markdown as React elements: no raw HTML, no images, only safe links. */
export function Markdown({ children, under = 3 }: MarkdownProps) {
  const headings = headingsOf(children, under);
  return (
    <div className="prose">
      <MarkdownToJsx options={{ ...options, overrides: { ...headings, ...overrides } }}>
        {children}
      </MarkdownToJsx>
    </div>
  );
}
