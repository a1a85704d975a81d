import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonBody } from '@/app/api/v1/json-body';
import { readQuery, readRequest } from '@/app/api/v1/read-request';
import { Rejection } from '@/app/api/v1/rejection';
import { unstorableStrings } from '@/app/api/v1/storable';
import { createComponentRequest, createIncidentRequest, incidentListQuery } from '@/lib/contracts/manage-api';
import { unsupportedIncidentFields } from '@/lib/contracts/manage-fields';
import type { Problem } from '@/lib/contracts/problem';

const url = 'http://localhost/api/v1';
const jsonType = 'application/json';

function post(body: BodyInit | null, type: string | null = jsonType): Request {
  const request = new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
  request.headers.delete('content-type');
  if (type !== null) request.headers.set('content-type', type);
  return request;
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof Rejection)) throw new Error(`expected a Rejection, not ${error}`);
  return error.problem;
}

const fieldsOf = async (work: Promise<unknown>) =>
  (await problemOf(work)).errors?.map((error) => error.field);

describe('a body', () => {
  it.each([
    ['no body', null, jsonType, 400],
    ['an empty body', '', jsonType, 400],
    ['words', 'hello', jsonType, 400],
    ['half an object', '{"incident":', jsonType, 400],
    ['what is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), jsonType, 400],
    ['a form', 'incident[name]=x', 'application/x-www-form-urlencoded', 415],
    ['text', '{}', 'text/plain', 415],
    ['what only sounds like JSON', '{}', 'application/jsonp', 415],
    ['no type', '{}', null, 415],
    ['more than 1 MB', `"${'x'.repeat(1_000_000)}"`, jsonType, 413],
  ])('with %s is refused', async (_, body, type, status) => {
    expect((await problemOf(readJsonBody(post(body, type)))).status).toBe(status);
  });

  it.each([jsonType, 'application/json; charset=utf-8', 'Application/JSON', 'application/vnd.x+json'])(
    'of type %s is read',
    async (type) => {
      expect(await readJsonBody(post('{"a":[1]}', type))).toEqual({ a: [1] });
    },
  );

  it('is not read any further once it is over 1 MB', async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(100_000));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    expect((await problemOf(readJsonBody(post(endless)))).status).toBe(413);
    expect([sent < 15, isCancelled]).toEqual([true, true]);
  });

  it('that says it is too long is not read at all', async () => {
    const request = post('{}');
    request.headers.set('content-length', '1000001');
    expect((await problemOf(readJsonBody(request))).status).toBe(413);
    expect(request.bodyUsed).toBe(false);
  });
});

describe('a request', () => {
  const read = (body: unknown) =>
    readRequest(post(JSON.stringify(body)), createIncidentRequest, unsupportedIncidentFields);

  it.each([
    [null, ['body']],
    [[], ['body']],
    [{}, ['incident']],
    [{ incident: 'x' }, ['incident']],
    [{ incident: {} }, ['incident.name']],
    [{ incident: { name: '  ' } }, ['incident.name']],
    [
      {
        incident: {
          name: 1,
          status: 'broken',
          impact_override: 'big',
          body: {},
          component_ids: ['ok', 'NOT OK'],
        },
      },
      [
        'incident.name',
        'incident.status',
        'incident.impact_override',
        'incident.body',
        'incident.component_ids.1',
      ],
    ],
    [
      { incident: { name: 'x', components: { a: 'fine', B: 'operational' } } },
      ['incident.components.a', 'incident.components.B'],
    ],
    [
      { incident: { scheduled_for: 'x', status: 'scheduled' } },
      ['incident.name', 'incident.scheduled_for', 'incident.status'],
    ],
  ])('%j has every bad field named', async (body, fields) => {
    const { status, errors } = await problemOf(read(body));
    expect([status, errors?.map((error) => error.field)]).toEqual([400, fields]);
  });

  it('that is well-formed but not to be had here is 422', async () => {
    const { status, errors } = await problemOf(
      read({ incident: { name: 'x', scheduled_for: 'x', status: 'scheduled' } }),
    );
    expect([status, errors?.map((error) => error.field)]).toEqual([
      422,
      ['incident.scheduled_for', 'incident.status'],
    ]);
  });

  it('says in plain words what is wrong', async () => {
    const { errors } = await problemOf(read({ incident: { status: 'x', component_ids: 5 } }));
    expect(errors).toEqual([
      { field: 'incident.name', message: 'is required' },
      { field: 'incident.status', message: 'must be one of investigating, identified, monitoring, resolved' },
      { field: 'incident.component_ids', message: 'must be an array' },
    ]);
  });

  it.each([
    ['a NUL', { incident: { name: 'a\0b' } }, ['incident.name']],
    ['a lone surrogate', { incident: { name: 'x', body: 'a\ud800b' } }, ['incident.body']],
    ['a NUL in a key', { incident: { name: 'x', metadata: { 'a\0': 1 } } }, ['incident.metadata']],
  ])('with %s is refused', async (_, body, fields) => {
    expect(await fieldsOf(read(body))).toEqual(fields);
  });

  it('with an emoji is fine', async () => {
    expect((await read({ incident: { name: '🔥 slow' } })).incident.name).toBe('🔥 slow');
  });

  it('of random JSON is read or rejected, never anything else', async () => {
    const fields = [
      'name',
      'status',
      'impact_override',
      'body',
      'component_ids',
      'components',
      'scheduled_for',
    ];
    const incidents = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 }));
    const bodies = fc.oneof(fc.jsonValue(), fc.record({ incident: incidents, component: incidents }));
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        for (const schema of [createIncidentRequest, createComponentRequest]) {
          await readRequest(post(JSON.stringify(body)), schema as never, unsupportedIncidentFields).catch(
            (error) => expect(error).toBeInstanceOf(Rejection),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('may be nested as deep as a body can be', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`);
    expect(unstorableStrings(deep)).toHaveLength(1);
  });
});

describe('a query', () => {
  const read = async (query: string) => readQuery(new Request(`${url}?${query}`), incidentListQuery);

  it.each([
    ['', { limit: 100, page: 1 }],
    ['limit=7&page=3&q=%20slow%20&other=1', { limit: 7, page: 3, q: 'slow' }],
  ])('%j is read', async (query, values) => {
    expect(await read(query)).toEqual(values);
  });

  it.each([
    ['limit=0&page=0', ['limit', 'page']],
    ['limit=101', ['limit']],
    ['limit=1e1&page=-1', ['limit', 'page']],
    ['limit=', ['limit']],
    ['q=%00', ['q']],
  ])('%j has every bad parameter named', async (query, fields) => {
    expect(await fieldsOf(read(query))).toEqual(fields);
  });
});
