import type { Schema } from '@/lib/contracts/openapi/model';
import { MarkedText } from './marked-text';
import { schemaRows } from './schema-rows';
import { SchemaType } from './schema-type';
import { Table } from './table';

/** The values of a shape; one that holds none is told in a sentence. */
export function SchemaTable({ schema, caption }: { schema: Schema; caption: string }) {
  const rows = schemaRows(schema);
  if (rows.length === 0) {
    return (
      <p>
        <SchemaType schema={schema} />
      </p>
    );
  }
  return (
    <Table
      caption={caption}
      headings={['Name', 'What it is']}
      rows={rows.map(({ path, schema: inner, isOptional }) => ({
        key: path,
        cells: [
          <code key="name">{path}</code>,
          <span key="type">
            <SchemaType schema={inner} />
            {isOptional ? ', may be left out' : null}
            {typeof inner.description === 'string' ? (
              <span className="block text-ink-soft">
                <MarkedText text={inner.description} />
              </span>
            ) : null}
          </span>,
        ],
      }))}
    />
  );
}
