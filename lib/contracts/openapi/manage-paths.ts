import { z } from 'zod';
import { incidentListQuery, pagedQuery } from '../manage-api';
import {
  statuspageComponent,
  statuspageGroup,
  statuspageIncident,
  statuspagePage,
} from '../statuspage-schema';
import { jsonAnswer, pathParameter, problemAnswer, queryParameters } from './answers';
import type { Operation, Parameter, Paths, Response, Schema } from './model';
import { refTo, schemaOf } from './schemas';

const page = pathParameter('pageId', "The page's id, as `GET /api/v1/pages` tells it.");
const incident = pathParameter('incidentId', "The incident's id.");
const component = pathParameter('componentId', "The component's id.");
const componentOrGroup = z.union([statuspageGroup, statuspageComponent]);

const security: Record<string, string[]>[] = [{ bearer: [] }, { oauth: [] }];
const needsToken = {
  401: problemAnswer('There is no valid token with the request.'),
  429: problemAnswer('This address has asked too often without one.'),
  503: problemAnswer('The database does not answer.'),
};
const refusals = {
  400: problemAnswer('A field needs mending; `errors` names each.'),
  403: problemAnswer('The token may not do this.'),
  409: problemAnswer('Someone else changed it meanwhile.'),
  413: problemAnswer('The body is larger than 1 MB.'),
  415: problemAnswer('The body is not JSON.'),
  422: problemAnswer('The rules refuse it; the title says which.'),
};
const notFound = { 404: problemAnswer('There is no such thing.') };
const created = { Location: { description: 'Its address.', schema: { type: 'string' } } };
const pages = { 200: jsonAnswer('The one page of this installation.', schemaOf(z.array(statuspagePage))) };
const incidents = { 200: jsonAnswer('One page of them.', schemaOf(z.array(statuspageIncident))) };
const components = { 200: jsonAnswer('One page of them.', schemaOf(z.array(componentOrGroup))) };
/** To Statuspage planned maintenance is an incident with a window, under the same addresses. */
const eitherIncident: Schema = { anyOf: [refTo('Incident'), refTo('ScheduledMaintenance')] };
const theIncident = { 200: jsonAnswer('The incident, or the planned maintenance.', eitherIncident) };
const thePostMortem = { 200: jsonAnswer('The post-mortem.', refTo('PostMortem')) };
const theComponent = { 200: jsonAnswer('The component.', refTo('Component')) };

/** The admin API, in the words of Statuspage's. */
export const managePaths: Paths = {
  '/api/v1/pages': { get: read('listPages', 'List the page', [], pages) },
  '/api/v1/pages/{pageId}': {
    get: read('getPage', 'Read the page', [page], { 200: jsonAnswer('The page.', refTo('Page')) }),
  },
  '/api/v1/pages/{pageId}/incidents': {
    get: read(
      'listIncidents',
      'List incidents, newest first',
      [page, ...queryParameters(incidentListQuery)],
      incidents,
    ),
    post: write(
      'createIncident',
      'Open an incident, or plan maintenance where the request has a window',
      [page],
      { anyOf: [refTo('CreateIncident'), refTo('CreateMaintenance')] },
      { 201: { ...jsonAnswer('What was made.', eitherIncident), headers: created } },
    ),
  },
  '/api/v1/pages/{pageId}/incidents/unresolved': {
    get: read(
      'listUnresolvedIncidents',
      'List open incidents',
      [page, ...queryParameters(pagedQuery)],
      incidents,
    ),
  },
  '/api/v1/pages/{pageId}/incidents/{incidentId}': {
    get: read('getIncident', 'Read an incident or planned maintenance', [page, incident], theIncident),
    patch: change(
      'Incident',
      'updateIncident',
      'Update, resolve or edit an incident or planned maintenance',
      incident,
    ),
    put: change(
      'Incident',
      'replaceIncident',
      'The same with PUT: update, resolve or edit an incident',
      incident,
    ),
    delete: write(
      'deleteIncident',
      'Delete an incident, or cancel planned maintenance',
      [page, incident],
      null,
      {
        200: jsonAnswer('It as it was.', eitherIncident),
      },
    ),
  },
  '/api/v1/pages/{pageId}/incidents/{incidentId}/postmortem': {
    get: read('getPostMortem', 'Read the post-mortem of an incident', [page, incident], thePostMortem),
    put: write(
      'writePostMortem',
      'Write the post-mortem; it shows once it is published',
      [page, incident],
      refTo('WritePostMortem'),
      thePostMortem,
    ),
    delete: write('deletePostMortem', 'Delete the post-mortem', [page, incident], null, {
      204: { description: 'It is deleted.' },
    }),
  },
  '/api/v1/pages/{pageId}/incidents/{incidentId}/postmortem/publish': {
    put: write('publishPostMortem', 'Publish the post-mortem', [page, incident], null, thePostMortem),
  },
  '/api/v1/pages/{pageId}/incidents/{incidentId}/postmortem/revert': {
    put: write(
      'withdrawPostMortem',
      'Make the post-mortem a draft again',
      [page, incident],
      null,
      thePostMortem,
    ),
  },
  '/api/v1/pages/{pageId}/components': {
    get: read(
      'listComponents',
      'List components and groups',
      [page, ...queryParameters(pagedQuery)],
      components,
    ),
    post: write('createComponent', 'Add a component', [page], refTo('CreateComponent'), {
      201: { ...jsonAnswer('The component.', refTo('Component')), headers: created },
    }),
  },
  '/api/v1/pages/{pageId}/components/{componentId}': {
    get: read('getComponent', 'Read a component or group', [page, component], {
      200: jsonAnswer('It.', schemaOf(componentOrGroup)),
    }),
    patch: change('Component', 'updateComponent', 'Change a component, or set its status', component),
    put: change('Component', 'replaceComponent', 'The same with PUT: change a component', component),
    delete: write('deleteComponent', 'Archive a component', [page, component], null, {
      204: { description: 'It is archived.' },
    }),
  },
};

type Responses = Record<string, Response>;

function read(operationId: string, summary: string, parameters: Parameter[], found: Responses): Operation {
  const asksMore = parameters.some((parameter) => parameter.in === 'query');
  const responses = {
    ...found,
    ...(asksMore && { 400: refusals[400] }),
    ...needsToken,
    ...(parameters.length > 0 && notFound),
  };
  return { operationId, tags: ['Admin API'], summary, parameters, responses, security };
}

function write(
  operationId: string,
  summary: string,
  parameters: Parameter[],
  asked: Schema | null,
  done: Responses,
): Operation {
  const body = asked && { required: true as const, content: { 'application/json': { schema: asked } } };
  return {
    operationId,
    tags: ['Admin API'],
    summary,
    parameters,
    ...(body && { requestBody: body }),
    responses: { ...done, ...refusals, ...needsToken, ...notFound },
    security,
  };
}

function change(
  what: 'Incident' | 'Component',
  operationId: string,
  summary: string,
  id: Parameter,
): Operation {
  if (what === 'Component')
    return write(operationId, summary, [page, id], refTo('ChangeComponent'), theComponent);
  const asked: Schema = { anyOf: [refTo('ChangeIncident'), refTo('ChangeMaintenance')] };
  return write(operationId, summary, [page, id], asked, theIncident);
}
