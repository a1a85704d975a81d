import { readFileSync } from 'node:fs';
import internals from '@prisma/internals';

type Dmmf = Awaited<ReturnType<typeof internals.getDMMF>>;
type Model = Dmmf['datamodel']['models'][number];
type Field = Model['fields'][number];

const scalarTypes: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Float: 'double precision',
  Decimal: 'numeric(65,30)',
  Json: 'jsonb',
  Bytes: 'bytea',
  DateTime: 'timestamp(3) without time zone',
};

const nativeTypes: Record<string, (args: readonly string[]) => string> = {
  Timestamptz: ([precision]) => `timestamp(${precision}) with time zone`,
  Timestamp: ([precision]) => `timestamp(${precision}) without time zone`,
  Date: () => 'date',
  Text: () => 'text',
  VarChar: ([length]) => `character varying(${length})`,
  Char: ([length]) => `character(${length})`,
  Uuid: () => 'uuid',
  Inet: () => 'inet',
  SmallInt: () => 'smallint',
};

/** What schema.prisma says there is, one line for each thing; `describeDatabase` writes the same lines. */
export async function describePrisma(path: string): Promise<string[]> {
  const { datamodel } = await internals.getDMMF({ datamodel: readFileSync(path, 'utf8') });
  const tableOf = (name: string) => datamodel.models.find((model) => model.name === name)?.dbName ?? name;
  const columnOf = (modelName: string, fieldName: string) => {
    const model = datamodel.models.find(({ name }) => name === modelName);
    return model?.fields.find(({ name }) => name === fieldName)?.dbName ?? fieldName;
  };
  const enumTypes = new Map(datamodel.enums.map(({ name, dbName }) => [name, dbName ?? name]));

  const enums = datamodel.enums.map(
    ({ name, values }) =>
      `enum ${enumTypes.get(name)}: ${values.map((value) => value.dbName ?? value.name).join(', ')}`,
  );
  const columns = datamodel.models.flatMap((model) =>
    model.fields
      .filter((field) => field.kind !== 'object')
      .map((field) => `column ${tableOf(model.name)}.${describeColumn(field, enumTypes)}`),
  );
  const keys = datamodel.indexes.map(({ model, type, fields }) => {
    const names = fields.map(
      ({ name, sortOrder }) => `${columnOf(model, name)}${sortOrder === 'desc' ? ' desc' : ''}`,
    );
    const word = { id: 'primary key', unique: 'unique', normal: 'index', fulltext: 'fulltext' }[type];
    return `${word} ${tableOf(model)} (${names.join(', ')})`;
  });
  const foreignKeys = datamodel.models.flatMap((model) =>
    model.fields
      .filter((field) => (field.relationFromFields?.length ?? 0) > 0)
      .map((field) => {
        const from = (field.relationFromFields ?? []).map((name) => columnOf(model.name, name)).join(', ');
        const to = (field.relationToFields ?? []).map((name) => columnOf(field.type, name)).join(', ');
        return `foreign key ${tableOf(model.name)} (${from}) to ${tableOf(field.type)} (${to}) ${describeActions(field)}`;
      }),
  );
  return [...enums, ...columns, ...keys, ...foreignKeys].sort();
}

function describeColumn(field: Field, enumTypes: Map<string, string>): string {
  const [native, args = []] = field.nativeType ?? [];
  const type = native ? nativeTypes[native]?.(args) : (enumTypes.get(field.type) ?? scalarTypes[field.type]);
  if (!type) throw new Error(`Teach tests/support/schema the type ${native ?? field.type}`);
  const isRequired = field.isRequired && !field.isList;
  return `${field.dbName ?? field.name} ${type}${field.isList ? '[]' : ''}${isRequired ? ' not null' : ''}${describeDefault(field)}`;
}

/** Defaults that Prisma's client computes (uuid(), cuid(), nanoid()) are none in the database. */
function describeDefault({ default: value, type }: Field): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) {
    return ` default ${typeof value === 'string' ? (type === 'BigInt' ? value : `'${value}'`) : value}`;
  }
  if (!('name' in value))
    return ` default ARRAY[${(value as readonly unknown[]).map((item) => `'${item}'`).join(', ')}]`;
  if (value.name === 'now') return ' default CURRENT_TIMESTAMP';
  if (value.name === 'autoincrement') return ' default nextval';
  if (value.name === 'dbgenerated') return ` default ${value.args[0]}`;
  return '';
}

function describeActions({ isRequired, relationOnDelete, relationOnUpdate }: Field): string {
  const onDelete = relationOnDelete ?? (isRequired ? 'Restrict' : 'SetNull');
  return `on delete ${onDelete} on update ${relationOnUpdate ?? 'Cascade'}`;
}
