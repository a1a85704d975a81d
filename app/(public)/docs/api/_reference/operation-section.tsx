import { Panel } from '@/app/_ui/panel';
import { AnswerList } from './answer-list';
import { MarkedText } from './marked-text';
import type { ListedOperation } from './operations-by-tag';
import { ParameterTable } from './parameter-table';
import { SchemaType } from './schema-type';

/** One operation: its address, what to send, and what comes back. */
export function OperationSection({ method, path, operation, origin }: ListedOperation & { origin: string }) {
  const { operationId, summary, description, parameters = [], requestBody, responses, security } = operation;
  // What every public address takes is told once, at the top of the page.
  const own = parameters.filter(({ name }) => !/^If-/.test(name));
  const isStream = 'text/event-stream' in (responses[200]?.content ?? {});
  const asked = requestBody?.content['application/json']?.schema;
  return (
    <article aria-labelledby={operationId}>
      <Panel className="flex flex-col gap-3 p-4">
        <h3 id={operationId} className="scroll-mt-4 font-semibold text-lg">
          {summary}
        </h3>
        <p className="font-mono text-sm">
          <span className="font-semibold">{method.toUpperCase()}</span> {path}
        </p>
        {description ? (
          <p className="max-w-prose text-ink-soft">
            <MarkedText text={description} />
          </p>
        ) : null}
        {method === 'get' && !security ? (
          <pre className="whitespace-pre-wrap break-all rounded-md bg-sunken px-3 py-2 font-mono text-sm">
            {`curl ${isStream ? '-N' : '-s'} ${origin}${path}`}
          </pre>
        ) : null}
        {own.length > 0 ? <ParameterTable parameters={own} /> : null}
        {asked ? (
          <p>
            The body is JSON: <SchemaType schema={asked} />
          </p>
        ) : null}
        <AnswerList responses={responses} />
      </Panel>
    </article>
  );
}
