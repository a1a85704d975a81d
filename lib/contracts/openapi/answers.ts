import type { z } from 'zod';
import type { Parameter, Response, Schema } from './model';
import { refTo, schemaOf } from './schemas';

const json = 'application/json';
const text: Schema = { type: 'string' };
const problemContent = { 'application/problem+json': { schema: refTo('Problem') } };

/** An answer in JSON. */
export function jsonAnswer(description: string, schema: Schema): Response {
  return { description, content: { [json]: { schema } } };
}

/** A refusal in words. */
export function problemAnswer(description: string): Response {
  return { description, content: problemContent };
}

const conditionHeaders = {
  ETag: { description: 'Changes with every byte of the body.', schema: text },
  'Cache-Control': { description: 'How long caches on the way may keep it.', schema: text },
};

/** The answers of everything public that is read: the document, 304 to who has it, and what can go wrong. */
export function documentAnswers(type: string, description: string, schema: Schema = text) {
  return {
    200: {
      description,
      headers: {
        ...conditionHeaders,
        'Last-Modified': { description: 'When anything visible last changed.', schema: text },
        'Cache-Status': {
          description:
            'Only while the database is away: since when the answer could not be checked (RFC 9211).',
          schema: text,
        },
      },
      content: { [type]: { schema } },
    },
    304: { description: 'The reader has it already.' },
    503: problemAnswer('Nothing is known yet, as the database does not answer.'),
  };
}

/** How a reader says what it has. */
export const conditions: Parameter[] = [
  { name: 'If-None-Match', in: 'header', description: 'The ETag of what the reader has.', schema: text },
  {
    name: 'If-Modified-Since',
    in: 'header',
    description: 'Its Last-Modified; the tag counts first.',
    schema: text,
  },
];

/** A part of an address. */
export function pathParameter(name: string, description: string): Parameter {
  return { name, in: 'path', required: true, description, schema: text };
}

/** The parameters of a query, as the contract that reads them has them. */
export function queryParameters(shape: z.ZodObject): Parameter[] {
  return Object.entries(shape.shape).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType);
    return {
      name,
      in: 'query',
      ...(typeof description === 'string' && { description }),
      schema,
    };
  });
}
