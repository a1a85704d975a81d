import type { FieldProblem } from '@/lib/contracts/problem';

/** Postgres keeps no NUL, and UTF-8 has no lone surrogates. */
const unstorable = /\0|\p{Surrogate}/u;
const mostNamed = 20;

/** The strings anywhere in `value` (keys too) that can't be kept as they are. Takes any depth. */
export function unstorableStrings(value: unknown, path = ''): FieldProblem[] {
  const found: FieldProblem[] = [];
  const waiting: { value: unknown; path: string }[] = [{ value, path }];
  for (let next = waiting.pop(); next && found.length < mostNamed; next = waiting.pop()) {
    if (typeof next.value === 'string' && unstorable.test(next.value)) found.push(problemAt(next.path));
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, inner] of Object.entries(next.value)) {
      if (unstorable.test(key)) found.push(problemAt(next.path));
      waiting.push({ value: inner, path: next.path ? `${next.path}.${key}` : key });
    }
  }
  return found;
}

function problemAt(field: string): FieldProblem {
  return { field, message: 'holds a NUL or half a character (a lone surrogate)' };
}
