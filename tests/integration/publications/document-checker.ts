import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Method, OpenApiDocument } from '@/lib/contracts/openapi/model';

/** Holds answers against an OpenAPI document by a JSON Schema validator, and notes which of it were seen. */
export function documentChecker(document: OpenApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const seen = new Set<string>();

  return {
    /** `METHOD path status` of every answer that was held against the document. */
    seen,

    /** Fails unless the document has this answer: its status, its type, and all that its body holds. */
    async check(method: Method, path: string, answer: Response): Promise<unknown> {
      const said = `${method.toUpperCase()} ${path} ${answer.status}`;
      const content = document.paths[path]?.[method]?.responses[answer.status]?.content;
      expect(document.paths[path]?.[method]?.responses, said).toHaveProperty(String(answer.status));
      seen.add(said);
      const text = await answer.text();
      if (!content) {
        expect(text, said).toBe('');
        return null;
      }
      const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
      expect(Object.keys(content), said).toContain(type);
      if (!type.endsWith('json')) return text;
      const at = ['paths', path, method, 'responses', String(answer.status), 'content', type, 'schema'];
      const pointer = at.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
      const isValid = ajv.getSchema(`document#/${encodeURI(pointer)}`);
      const body: unknown = JSON.parse(text);
      isValid?.(body);
      expect(isValid ? (isValid.errors ?? []) : 'no schema', said).toEqual([]);
      return body;
    },
  };
}
