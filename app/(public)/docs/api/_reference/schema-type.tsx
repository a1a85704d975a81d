import { Fragment, type ReactNode } from 'react';
import type { Schema } from '@/lib/contracts/openapi/model';

/** What a value may be, in words; named shapes as links. */
export function SchemaType({ schema }: { schema: Schema }): ReactNode {
  if (schema.$ref) return <ShapeLink name={schema.$ref.split('/').at(-1) ?? ''} />;
  if ('const' in schema) return <Value value={schema.const} />;
  if (Array.isArray(schema.enum))
    return <Choice parts={schema.enum.map((value) => <Value key={value} value={value} />)} />;
  const variants = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (variants)
    return <Choice parts={variants.map((one) => <SchemaType key={JSON.stringify(one)} schema={one} />)} />;
  if (schema.type === 'array') {
    return (
      <>
        list of <SchemaType schema={schema.items as Schema} />
      </>
    );
  }
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties) {
    return (
      <>
        map to <SchemaType schema={schema.additionalProperties as Schema} />
      </>
    );
  }
  return <>{plainType(schema)}</>;
}

function plainType({ type, format, minimum, maximum }: Schema): string {
  const range =
    minimum === undefined && maximum === undefined ? '' : `, ${minimum ?? '…'} to ${maximum ?? '…'}`;
  return `${type ?? 'anything'}${format ? ` (${format})` : ''}${range}`;
}

function Choice({ parts }: { parts: ReactNode[] }) {
  return parts.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
    <Fragment key={i}>
      {i > 0 ? ' or ' : null}
      {part}
    </Fragment>
  ));
}

function Value({ value }: { value: unknown }) {
  return <code>{JSON.stringify(value)}</code>;
}

function ShapeLink({ name }: { name: string }) {
  return (
    <a href={`#shape-${name}`} className="text-link">
      {name}
    </a>
  );
}
