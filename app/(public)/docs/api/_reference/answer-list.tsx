import type { Response } from '@/lib/contracts/openapi/model';
import { MarkedText } from './marked-text';
import { schemaRows } from './schema-rows';
import { SchemaTable } from './schema-table';
import { SchemaType } from './schema-type';

/** What may come back: the answers hoped for in full, the others in a line each. */
export function AnswerList({ responses }: { responses: Record<string, Response> }) {
  return (
    <dl className="flex flex-col gap-1">
      {Object.entries(responses).map(([status, response]) => (
        <div key={status} className="flex gap-3">
          <dt className="w-10 flex-none font-medium tabular-nums">{status}</dt>
          <dd className="min-w-0 flex-1">
            <MarkedText text={response.description} />
            {status.startsWith('2') ? <AnswerBody status={status} content={response.content} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function AnswerBody({ status, content = {} }: { status: string; content: Response['content'] }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <div key={type}>
      <p className="text-ink-soft">
        <code>{type}</code>
        {schemaRows(schema).length > 0 || schema.type === 'string' ? null : (
          <>
            : <SchemaType schema={schema} />
          </>
        )}
      </p>
      {schemaRows(schema).length > 0 ? (
        <SchemaTable schema={schema} caption={`What answer ${status} holds`} />
      ) : null}
    </div>
  ));
}
