import { hashApiToken } from '@/lib/auth/api-token';
import { peerHeader } from '@/lib/client-address';
import { database } from '@/lib/database/client';
import type { Role } from '@/lib/domain/actor';
import { createTestDatabase } from '../support/postgres';

export const operatorToken = 'the-operator-chose-this-long-token';
export const pageId = 'cornershop01';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
export type Json = any;
export type Asked = {
  body?: unknown;
  token?: string | null;
  headers?: Record<string, string>;
  raw?: BodyInit;
};
export type Answered = { status: number; headers: Headers; body: Json; text: string };

const page = /^\/api\/v1\/pages\/([^/]+)/;
const routes: [RegExp, string[], () => Promise<unknown>][] = [
  [/^\/api\/v1\/pages$/, [], () => import('@/app/api/v1/pages/route')],
  [/^\/api\/v1\/pages\/([^/]+)$/, ['pageId'], () => import('@/app/api/v1/pages/[pageId]/route')],
  [
    new RegExp(`${page.source}/incidents$`),
    ['pageId'],
    () => import('@/app/api/v1/pages/[pageId]/incidents/route'),
  ],
  [
    new RegExp(`${page.source}/incidents/unresolved$`),
    ['pageId'],
    () => import('@/app/api/v1/pages/[pageId]/incidents/unresolved/route'),
  ],
  [
    new RegExp(`${page.source}/incidents/([^/]+)$`),
    ['pageId', 'incidentId'],
    () => import('@/app/api/v1/pages/[pageId]/incidents/[incidentId]/route'),
  ],
  ...['postmortem', 'postmortem/publish', 'postmortem/revert'].map((rest): (typeof routes)[number] => [
    new RegExp(`${page.source}/incidents/([^/]+)/${rest}$`),
    ['pageId', 'incidentId'],
    () => import(/* @vite-ignore */ `@/app/api/v1/pages/[pageId]/incidents/[incidentId]/${rest}/route`),
  ]),
  [
    new RegExp(`${page.source}/components$`),
    ['pageId'],
    () => import('@/app/api/v1/pages/[pageId]/components/route'),
  ],
  [
    new RegExp(`${page.source}/components/([^/]+)$`),
    ['pageId', 'componentId'],
    () => import('@/app/api/v1/pages/[pageId]/components/[componentId]/route'),
  ],
  [/^\/api\/v1\/(.+)$/, ['unknown'], () => import('@/app/api/v1/[...unknown]/route')],
];

/** Calls the handler that Next would call, with the same arguments. */
export async function ask(method: string, path: string, asked: Asked = {}): Promise<Answered> {
  const url = new URL(path, 'http://localhost');
  for (const [pattern, names, load] of routes) {
    const match = pattern.exec(url.pathname);
    if (!match) continue;
    const handlers = (await load()) as Record<
      string,
      (request: Request, context: unknown) => Promise<Response>
    >;
    const named = Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')]));
    const params = Promise.resolve(names.length > 0 ? named : undefined);
    const response = await handlers[method]?.(toRequest(method, url, asked), {
      params: Promise.resolve(params),
    });
    if (!response) throw new Error(`no handler for ${method}`);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null, text };
  }
  throw new Error(`no route for ${path}`);
}

/** Calls an address under the test's page. */
export const askPage = (method: string, path: string, asked?: Asked) =>
  ask(method, `/api/v1/pages/${pageId}${path}`, asked);

function toRequest(method: string, url: URL, { body, token = operatorToken, headers, raw }: Asked): Request {
  const hasBody = body !== undefined || raw !== undefined;
  return new Request(url, {
    method,
    headers: {
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(token !== null && { authorization: `OAuth ${token}` }),
      [peerHeader]: '192.0.2.1',
      ...headers,
    },
    ...(hasBody && { body: raw ?? JSON.stringify(body), duplex: 'half' }),
  } as RequestInit);
}

/** An empty installation with one page, in a database of its own. Call before anything else, once per file. */
export async function openInstallation(): Promise<() => Promise<void>> {
  const created = await createTestDatabase();
  process.env.DATABASE_URL = created.url;
  process.env.ADMIN_API_TOKEN = operatorToken;
  process.env.PUBLIC_URL = 'https://status.shop.example';
  await database().page.create({ data: { id: pageId, name: 'Corner Shop' } });
  return async () => {
    await database().$disconnect();
    await created.drop();
  };
}

/** A token of our own in the database. */
export async function addToken(
  role: Role,
  more: { expiresAt?: Date; revokedAt?: Date; lastUsedAt?: Date } = {},
): Promise<string> {
  const token = `token-${crypto.randomUUID()}`;
  const id = crypto.randomUUID();
  await database().apiToken.create({
    data: { id, name: role, role, tokenHash: hashApiToken(token), ...more },
  });
  return token;
}

/** A component made through the API. */
export async function addComponent(name: string, more: object = {}): Promise<Json> {
  const { status, body } = await askPage('POST', '/components', { body: { component: { name, ...more } } });
  if (status !== 201) throw new Error(`could not add ${name}: ${JSON.stringify(body)}`);
  return body;
}

/** An incident opened through the API. */
export async function addIncident(incident: object): Promise<Json> {
  const { status, body } = await askPage('POST', '/incidents', { body: { incident } });
  if (status !== 201) throw new Error(`could not open it: ${JSON.stringify(body)}`);
  return body;
}

/** How many rows every table that a publish writes has. */
export async function countRows(): Promise<Record<string, number>> {
  const db = database();
  const [incidents, updates, said, services, changes, events, audit] = await Promise.all([
    db.incident.count(),
    db.incidentUpdate.count(),
    db.incidentUpdateService.count(),
    db.service.count(),
    db.serviceStatusChange.count(),
    db.statusEvent.count(),
    db.auditEntry.count(),
  ]);
  return { incidents, updates, said, services, changes, events, audit };
}
