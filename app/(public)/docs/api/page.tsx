import { openApi } from '@/lib/publications/discovery/openapi';
import { Contents } from './_reference/contents';
import { OperationSection } from './_reference/operation-section';
import { operationsByTag } from './_reference/operations-by-tag';
import { ShapeSection } from './_reference/shape-section';

export const dynamic = 'force-dynamic';

/** The OpenAPI document as a page to read. It is written for programmers, and in English for everyone. */
export default function ApiReferencePage() {
  const document = openApi();
  const groups = operationsByTag(document);
  const origin = document.servers[0]?.url ?? '';
  return (
    <div
      lang="en"
      dir="ltr"
      className="mx-auto max-w-5xl px-4 pb-16 sm:px-6 [&_code]:font-mono [&_code]:text-sm"
    >
      <title>API reference</title>
      <meta name="description" content={document.info.description} />
      <header className="flex flex-wrap items-center gap-x-6 gap-y-1 py-5">
        <a href="/" className="text-link min-h-6">
          Status page
        </a>
        <a href="/api/openapi.json" className="text-link min-h-6">
          OpenAPI document
        </a>
      </header>
      <main id="main" className="flex flex-col gap-10">
        <div className="flex flex-col gap-3">
          <h1 className="font-semibold text-2xl tracking-tight">API reference</h1>
          <p className="max-w-prose text-ink-soft">{document.info.description}</p>
          <p className="max-w-prose text-ink-soft">
            Ask again with the <code>ETag</code> of what you have as <code>If-None-Match</code>, or with its{' '}
            <code>Last-Modified</code> as <code>If-Modified-Since</code>, and the answer is 304 while it
            holds.
          </p>
        </div>
        <Contents groups={groups} shapes={Object.keys(document.components.schemas)} />
        {groups.map(({ name, description, operations }) => (
          <section key={name} aria-labelledby={anchorOf(name)} className="flex flex-col gap-4">
            <h2 id={anchorOf(name)} className="scroll-mt-4 font-semibold text-xl">
              {name}
            </h2>
            <p className="max-w-prose text-ink-soft">{description}</p>
            {operations.map((one) => (
              <OperationSection key={one.operation.operationId} {...one} origin={origin} />
            ))}
          </section>
        ))}
        <ShapeSection schemas={document.components.schemas} />
      </main>
    </div>
  );
}

function anchorOf(tag: string): string {
  return tag.toLowerCase().replaceAll(' ', '-');
}
