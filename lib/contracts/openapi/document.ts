import { managePaths } from './manage-paths';
import type { OpenApiDocument } from './model';
import { publicationPaths } from './publication-paths';
import { namedSchemas } from './schemas';
import { statusPaths } from './status-paths';
import { statuspagePaths } from './statuspage-paths';

/** All that other programs may ask of an installation at `origin`, as OpenAPI 3.1. */
export function openApiDocument(origin: string, version: string): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Signalbox',
      version,
      description:
        'What a program can read from a status page, and change on it. Everything public needs no login, answers pages of any origin, takes HEAD as well, and is not sent again to whoever has it. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: origin }],
    tags: [
      { name: 'Live status', description: 'The state of the page, once or for as long as you listen.' },
      {
        name: 'Statuspage v2',
        description: "Statuspage's public API, key for key, for whatever reads it already.",
      },
      {
        name: 'Feeds and calendars',
        description: 'What happened and what is planned, for readers of feeds and calendars.',
      },
      { name: 'Badges', description: 'The word on the page or a service as an image.' },
      {
        name: 'Admin API',
        description:
          "In the words of Statuspage's manage API; every address also with `.json` at its end. It needs a token.",
      },
      { name: 'Health', description: 'For whatever decides where visitors are sent.' },
    ],
    paths: { ...statusPaths, ...statuspagePaths, ...publicationPaths, ...managePaths },
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: '`Authorization: Bearer <token>`' },
        oauth: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: "`OAuth <token>`, as Statuspage's clients send it.",
        },
      },
    },
  };
}
