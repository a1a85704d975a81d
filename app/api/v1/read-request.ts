import type { z } from 'zod';
import type { FieldProblem } from '@/lib/contracts/problem';
import { readJsonBody } from './json-body';
import { Rejection } from './rejection';
import { unstorableStrings } from './storable';

/**
 * The request's JSON as `schema` has it, or the one that `schema` chooses for it, or a Rejection that names every
 * field to mend. `unsupported` finds what is well-formed but not to be had here: 422 when nothing else is wrong.
 */
export async function readRequest<T>(
  request: Request,
  schema: z.ZodType<T> | ((body: unknown) => z.ZodType<T>),
  unsupported: (body: unknown) => FieldProblem[] = () => [],
): Promise<T> {
  const body = await readJsonBody(request);
  const broken = unstorableStrings(body);
  if (broken.length > 0) throw badRequest(broken);
  const refused = unsupported(body);
  const chosen = typeof schema === 'function' ? schema(body) : schema;
  const parsed = chosen.safeParse(body, { error: words });
  const bad = parsed.success ? [] : fieldProblems(parsed.error).filter(({ field }) => !names(refused, field));
  if (bad.length > 0) throw badRequest([...bad, ...refused]);
  if (refused.length > 0) {
    throw new Rejection({ status: 422, title: 'This is not to be had here.', errors: refused });
  }
  return parsed.data as T;
}

/** The query as `schema` has it, or a Rejection that names every parameter to mend. */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const broken = unstorableStrings(query);
  if (broken.length > 0) throw badRequest(broken);
  const parsed = schema.safeParse(query, { error: words });
  if (!parsed.success) throw badRequest(fieldProblems(parsed.error));
  return parsed.data;
}

function badRequest(errors: FieldProblem[]): Rejection {
  const title = errors.length === 1 ? 'A field needs mending.' : `${errors.length} fields need mending.`;
  return new Rejection({ status: 400, title, errors });
}

function names(problems: readonly FieldProblem[], field: string): boolean {
  return problems.some((problem) => problem.field === field);
}

function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.') || 'body', message: issue.message }));
}

/** Zod's words where people would put it more simply; undefined leaves the rest to Zod. */
function words(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is required';
  if (issue.code === 'invalid_type') return `must be ${article(String(issue.expected))}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values?.filter(Boolean).join(', ')}`;
  if (issue.code === 'invalid_key') return 'is not an id';
  return undefined;
}

function article(type: string): string {
  if (type === 'record') return 'an object';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
