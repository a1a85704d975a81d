import { readdirSync } from 'node:fs';
import { compileErrors, validate } from '@readme/openapi-parser';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '@/lib/contracts/openapi/document';
import type { Operation } from '@/lib/contracts/openapi/model';

const document = openApiDocument('https://status.example.com', '1.2.3');
const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);

/** What a validator that is not ours says of a copy: it resolves references in place. */
const complaints = async (given: object) => {
  const result = await validate(structuredClone(given) as never);
  return result.valid ? '' : compileErrors(result);
};

describe('the OpenAPI document', () => {
  it('is valid to another program', async () => {
    expect(await complaints(document)).toBe('');
  });

  it('would have been refused with a reference to nothing, or an answer in no words', async () => {
    const { Page: _, ...schemas } = document.components.schemas;
    const withoutPage = { ...document, components: { ...document.components, schemas } };
    expect(await complaints(withoutPage)).toContain('Page');
    const [path = ''] = Object.keys(document.paths);
    const wordless = { get: { ...document.paths[path]?.get, responses: { 200: {} } } };
    expect(await complaints({ ...document, paths: { [path]: wordless } })).not.toBe('');
  });

  it('gives every operation a name of its own, and a tag that is explained', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const tags = new Set(document.tags.map(({ name }) => name));
    expect(operations.flatMap((operation) => operation.tags).filter((tag) => !tags.has(tag))).toEqual([]);
    expect(new Set(operations.flatMap((operation) => operation.tags))).toEqual(tags);
  });

  it('names each part of an address that is to be filled in', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods) as Operation[])
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
    }
  });

  it('leads to every named shape from some operation, or from another shape', () => {
    const used = new Set(
      [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
    );
    // Told of in words: the stream's events are no JSON body.
    const inWords = ['LiveEventPayload'];
    const named = Object.keys(document.components.schemas);
    expect(named.filter((name) => !used.has(name))).toEqual(inWords);
  });

  it('leaves out no address of the API', () => {
    const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('/route.ts'))
      .map((file) => `/api/${file.replace('/route.ts', '').replace(/\[(\w+)\]/g, '{$1}')}`);
    // Older scripts' spellings, the rest of an API, the control room's feed, files of the page, and this document.
    const toldElsewhere = /\.json$|\[\.\.\.\w+\]$|^\/api\/(?:admin|branding)\//;
    const told = new Set(Object.keys(document.paths));
    expect(routes.filter((path) => !told.has(path) && !toldElsewhere.test(path))).toEqual([]);
  });

  it('says that a token is needed for the admin API, and for nothing else', () => {
    for (const { tags, security } of operations) expect(Boolean(security)).toBe(tags[0] === 'Admin API');
  });
});
