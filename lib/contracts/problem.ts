/** What was wrong with one field of the input, in words for the person who sent it. */
export type FieldProblem = { field: string; message: string };

export type Problem = {
  /** An HTTP status, 400–599. */
  status: number;
  title: string;
  /** One sentence on what to do next. */
  detail?: string;
  errors?: readonly FieldProblem[];
  headers?: Record<string, string>;
};

/**
 * An error answer as RFC 9457 has it: `application/problem+json` with `type`, `title`, `status` and, when given,
 * `detail` and `errors` (one entry per field). Never cached. `headers` are added as they are.
 */
export function problem(of: Problem): Response {
  const { status, headers, body } = problemParts(of);
  return new Response(body, { status, headers });
}

/** The same in parts, for answers that go out without a `Response`. */
export function problemParts({ status, title, detail, errors, headers }: Problem) {
  const json = { type: 'about:blank', title, status, ...(detail && { detail }), ...(errors && { errors }) };
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    body: `${JSON.stringify(json)}\n`,
  };
}
