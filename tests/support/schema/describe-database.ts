import pg from 'pg';

/** What a database holds, one line for each thing; `describePrisma` writes the same lines. */
export async function describeDatabase(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const lines: string[] = [];
    for (const sql of [enums, columns, keys, foreignKeys]) {
      lines.push(...(await client.query<{ line: string }>(sql)).rows.map((row) => row.line));
    }
    return lines.sort();
  } finally {
    await client.end();
  }
}

const ours = `nspname = 'public' and relname <> '_prisma_migrations'`;

const enums = `
  select format('enum %s: %s', typname, string_agg(enumlabel, ', ' order by enumsortorder)) as line
  from pg_enum join pg_type on pg_type.oid = enumtypid group by typname`;

// Casts are cut off the defaults: 'x'::text and 'x' are the same.
const columns = `
  select format('column %s.%s %s%s%s', relname, attname, replace(format_type(atttypid, atttypmod), '"', ''),
      case when attnotnull then ' not null' end,
      case when pg_get_expr(adbin, adrelid) like 'nextval(%' then ' default nextval'
        else ' default ' || regexp_replace(pg_get_expr(adbin, adrelid), '::[a-z_" ]+(\\([0-9]+\\))?(\\[\\])?', '', 'g') end
    ) as line
  from pg_attribute
    join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where ${ours} and relkind = 'r' and attnum > 0 and not attisdropped`;

// Partial and expression indexes are left out: schema.prisma has no words for them.
const keys = `
  select format('%s %s (%s)',
      case when indisprimary then 'primary key' when indisunique then 'unique' else 'index' end, relname,
      (select string_agg(attname || case when indoption[place - 1] & 1 = 1 then ' desc' else '' end, ', ' order by place)
       from unnest(indkey) with ordinality as part(number, place)
         join pg_attribute on attrelid = indrelid and attnum = number)
    ) as line
  from pg_index
    join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
  where ${ours} and indpred is null and indexprs is null`;

const columnNames = (numbers: string, table: string) => `
  (select string_agg(attname, ', ' order by place)
   from unnest(${numbers}) with ordinality as part(number, place)
     join pg_attribute on attrelid = ${table} and attnum = number)`;

const action = (column: string) => `
  case ${column} when 'a' then 'NoAction' when 'r' then 'Restrict' when 'c' then 'Cascade'
    when 'n' then 'SetNull' when 'd' then 'SetDefault' end`;

const foreignKeys = `
  select format('foreign key %s (%s) to %s (%s) on delete %s on update %s',
      relname, ${columnNames('conkey', 'conrelid')}, replace(confrelid::regclass::text, '"', ''),
      ${columnNames('confkey', 'confrelid')}, ${action('confdeltype')}, ${action('confupdtype')}) as line
  from pg_constraint
    join pg_class on pg_class.oid = conrelid join pg_namespace on pg_namespace.oid = relnamespace
  where ${ours} and contype = 'f'`;
