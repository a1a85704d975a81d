/**
 * One handler for every method, where it answers each by rules of its own. HEAD is among them: Next would run GET
 * for it, and leak the stream that GET opens.
 */
export function everyMethod<Handler extends (request: Request, ...more: never[]) => Promise<Response>>(
  handler: Handler,
) {
  return {
    GET: handler,
    HEAD: handler,
    POST: handler,
    PUT: handler,
    PATCH: handler,
    DELETE: handler,
    OPTIONS: handler,
  };
}
