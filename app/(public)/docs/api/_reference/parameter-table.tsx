import type { Parameter } from '@/lib/contracts/openapi/model';
import { MarkedText } from './marked-text';
import { SchemaType } from './schema-type';
import { Table } from './table';

const places = { path: 'in the address', query: 'after the ?', header: 'a header' };

/** What may be said with a request. */
export function ParameterTable({ parameters }: { parameters: Parameter[] }) {
  return (
    <Table
      caption="Parameters"
      headings={['Parameter', 'What it is']}
      rows={parameters.map(({ name, in: place, description, schema }) => ({
        key: name,
        cells: [
          <span key="name">
            <code>{name}</code>
            <span className="block text-ink-faint text-sm">{places[place]}</span>
          </span>,
          <span key="type">
            <SchemaType schema={schema} />
            {schema.default === undefined ? null : `, else ${schema.default}`}
            {description ? (
              <span className="block text-ink-soft">
                <MarkedText text={description} />
              </span>
            ) : null}
          </span>,
        ],
      }))}
    />
  );
}
