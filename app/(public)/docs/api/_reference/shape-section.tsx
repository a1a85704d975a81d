import { Panel } from '@/app/_ui/panel';
import type { Schema } from '@/lib/contracts/openapi/model';
import { SchemaTable } from './schema-table';

/** Every shape that has a name. */
export function ShapeSection({ schemas }: { schemas: Record<string, Schema> }) {
  return (
    <section aria-labelledby="shapes" className="flex flex-col gap-4">
      <h2 id="shapes" className="font-semibold text-xl">
        Shapes
      </h2>
      {Object.entries(schemas).map(([name, schema]) => (
        <article key={name} aria-labelledby={`shape-${name}`}>
          <Panel className="flex flex-col gap-3 p-4">
            <h3 id={`shape-${name}`} className="scroll-mt-4 font-semibold text-lg">
              {name}
            </h3>
            <SchemaTable schema={schema} caption={`What ${name} holds`} />
          </Panel>
        </article>
      ))}
    </section>
  );
}
