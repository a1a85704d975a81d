import type { Schema } from '@/lib/contracts/openapi/model';

export type SchemaRow = { path: string; schema: Schema; isOptional: boolean };

/** What a shape holds, one row per value; shapes without a name of their own are told of in the rows below theirs. */
export function schemaRows(schema: Schema, prefix = ''): SchemaRow[] {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  return Object.entries(propertiesOf(schema)).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`;
    const below = inner.type === 'array' ? (inner.items as Schema) : inner;
    const mark = inner.type === 'array' ? '[].' : '.';
    return [{ path, schema: inner, isOptional: !required.has(name) }, ...schemaRows(below, `${path}${mark}`)];
  });
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return (schema.properties as Record<string, Schema> | undefined) ?? {};
}
