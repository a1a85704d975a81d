import { liveEventNames } from '../live-event';
import { documentAnswers, jsonAnswer, pathParameter, problemAnswer } from './answers';
import type { Parameter, Paths, Schema } from './model';
import { refTo } from './schemas';

const tags = ['Live status'];
const text = { type: 'string' };
const ifNoneMatch: Parameter = { name: 'If-None-Match', in: 'header', schema: text };

/** The state of the page, once and as a stream; and the health of a process. */
export const statusPaths: Paths = {
  '/api/status': {
    get: {
      operationId: 'getStatus',
      tags,
      summary: 'The status now',
      description: 'The whole public state, the same as the unnamed message of the stream.',
      parameters: [ifNoneMatch],
      responses: undated('The state.', refTo('StatusState')),
    },
  },
  '/api/status/stream': {
    get: {
      operationId: 'streamStatus',
      tags,
      summary: 'The status, live',
      description: [
        'Server-sent events. The first message without a name is the whole state (`StatusState`); so is the one after',
        `each change. The change itself comes just before, under its name: ${liveEventNames.map((name) => `\`${name}\``).join(', ')}.`,
        'Its data holds `revision`, `at` and the changed thing (`LiveEventPayload`). `ping` comes every 15 seconds,',
        '`done` before the server closes. Pages elsewhere may listen where `ALLOWED_ORIGINS` names them.',
      ].join(' '),
      parameters: [
        {
          name: 'Last-Event-ID',
          in: 'header',
          description: 'The revision up to which the reader was told.',
          schema: text,
        },
        {
          name: 'lastEventId',
          in: 'query',
          description: 'The same, for readers that send no headers.',
          schema: text,
        },
        {
          name: 'encoding',
          in: 'query',
          description: '`identity` asks for the stream plain, whatever Accept-Encoding says.',
          schema: { type: 'string', enum: ['identity'] },
        },
      ],
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: text } } },
        403: problemAnswer('The page that asks, or the host it asks, is not one of this installation.'),
        429: problemAnswer('This address has as many streams open as one may.'),
        503: problemAnswer('The process is full, on its way out, or knows nothing yet.'),
      },
    },
  },
  '/api/uptime': {
    get: {
      operationId: 'getUptime',
      tags,
      summary: 'The last 90 days of every service',
      parameters: [ifNoneMatch],
      responses: undated('Uptime, by service and group.', refTo('Uptime')),
    },
  },
  '/api/uptime/{serviceId}': {
    get: {
      operationId: 'getServiceUptime',
      tags,
      summary: 'The uptime of one service, and what concerned it',
      parameters: [pathParameter('serviceId', "The service's id."), ifNoneMatch],
      responses: {
        ...undated('Uptime over each period, and the last 90 days.', refTo('ServiceRecord')),
        404: problemAnswer('There is no such service.'),
      },
    },
  },
  '/api/health/live': {
    get: {
      operationId: 'getLiveness',
      tags: ['Health'],
      summary: 'Whether the process runs',
      responses: { 200: jsonAnswer('It does.', refTo('LiveReport')) },
    },
  },
  '/api/health/ready': {
    get: {
      operationId: 'getReadiness',
      tags: ['Health'],
      summary: 'Whether the process should get visitors',
      responses: {
        200: jsonAnswer('It should.', refTo('ReadyReport')),
        503: jsonAnswer('It should not.', refTo('ReadyReport')),
      },
    },
  },
};

/** For what is asked for by its tag alone, and says itself whether it is stale. */
function undated(description: string, schema: Schema) {
  const answers = documentAnswers('application/json', description, schema);
  const { 'Last-Modified': _, 'Cache-Status': __, ...headers } = answers[200].headers;
  return { ...answers, 200: { ...answers[200], headers } };
}
