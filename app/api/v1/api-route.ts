import { findTokenActor } from '@/lib/auth/api-token';
import type { ManageSubject } from '@/lib/contracts/manage-fields';
import { problem } from '@/lib/contracts/problem';
import type { Actor, Role } from '@/lib/domain/actor';
import { explain } from './explain';
import { refuseStranger } from './failed-attempts';
import { getSite, type Site } from './site';

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request of someone who may make it, and the page it is about. */
export type Call = { request: Request; actor: Actor; site: Site; params: Record<string, string> };

export type Answer = {
  /** Who may ask; everyone with a token when left out. */
  may?: (role: Role) => boolean;
  answer: (call: Call) => Promise<Response>;
};

/** Next gives no `params` at all where the address has none. */
type RouteContext = { params: Promise<Record<string, string | string[]> | undefined> };
type Handler = (request: Request, context: RouteContext) => Promise<Response>;

/**
 * The handlers of one address, in the order every one keeps: who → what → do → explain. `subject` is the name
 * under which the request's fields go; methods not given answer 405.
 */
export function apiRoute(
  subject: ManageSubject,
  answers: Partial<Record<Verb, Answer>>,
): Record<Verb | 'HEAD' | 'OPTIONS', Handler> {
  const allow = [...Object.keys(answers), ...(answers.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const none: Handler = async () =>
    problem({ status: 405, title: 'This address does not know that method.', headers: { Allow: allow } });
  const options: Handler = async () =>
    new Response(null, { status: 204, headers: { Allow: allow, 'Cache-Control': 'no-store' } });
  const handlerOf = (verb: Verb) => {
    const answer = answers[verb];
    return answer ? guarded(subject, answer) : none;
  };
  const get = handlerOf('GET');
  return {
    GET: get,
    HEAD: async (request, context) => withoutBody(await get(request, context)),
    POST: handlerOf('POST'),
    PUT: handlerOf('PUT'),
    PATCH: handlerOf('PATCH'),
    DELETE: handlerOf('DELETE'),
    OPTIONS: options,
  };
}

function guarded(subject: ManageSubject, { may = () => true, answer }: Answer): Handler {
  return async (request, context) => {
    try {
      const actor = await findTokenActor(request.headers);
      if (!actor) return await refuseStranger(request);
      if (!may(actor.role)) return problem({ status: 403, title: 'Your token may not do this.' });
      const params = withoutSuffix(await context.params);
      const site = await getSite(params.pageId);
      return await answer({ request, actor, site, params });
    } catch (error) {
      return explain(error, subject);
    }
  };
}

function withoutBody({ status, headers }: Response): Response {
  return new Response(null, { status, headers });
}

/** Statuspage answers `/incidents/x.json` as well as `/incidents/x`, and older scripts ask for it. */
function withoutSuffix(params: Record<string, string | string[]> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, part]) => [name, String(part).replace(/\.json$/, '')]),
  );
}

/** A JSON answer. Never kept by anyone on the way. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });
}
