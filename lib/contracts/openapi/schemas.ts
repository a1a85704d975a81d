import { z } from 'zod';
import { liveReport, readyReport } from '../health';
import { jsonFeed } from '../json-feed';
import { liveEventPayload } from '../live-event';
import { publicIncident, publicMaintenance, publicService, statusState } from '../live-state';
import {
  changeComponentRequest,
  changeIncidentRequest,
  createComponentRequest,
  createIncidentRequest,
} from '../manage-api';
import { changeMaintenanceRequest, createMaintenanceRequest } from '../manage-maintenance';
import { statuspagePostMortem, writePostMortemRequest } from '../manage-post-mortem';
import { problemDocument } from '../problem-schema';
import {
  statuspageAffected,
  statuspageComponent,
  statuspageGroup,
  statuspageIncident,
  statuspageMaintenance,
  statuspagePage,
  statuspageStatus,
  statuspageUpdate,
} from '../statuspage-schema';
import { serviceRecord, uptime } from '../uptime';
import type { Schema } from './model';

/** The shapes that have a name of their own in the document. */
const answered = {
  StatusState: statusState,
  Service: publicService,
  PublicIncident: publicIncident,
  PublicMaintenance: publicMaintenance,
  LiveEventPayload: liveEventPayload,
  Uptime: uptime,
  ServiceRecord: serviceRecord,
  Page: statuspagePage,
  Component: statuspageComponent,
  ComponentGroup: statuspageGroup,
  Incident: statuspageIncident,
  ScheduledMaintenance: statuspageMaintenance,
  PostMortem: statuspagePostMortem,
  Update: statuspageUpdate,
  AffectedComponent: statuspageAffected,
  OverallStatus: statuspageStatus,
  JsonFeed: jsonFeed,
  Problem: problemDocument,
  LiveReport: liveReport,
  ReadyReport: readyReport,
};
const asked = {
  CreateIncident: createIncidentRequest,
  ChangeIncident: changeIncidentRequest,
  WritePostMortem: writePostMortemRequest,
  CreateMaintenance: createMaintenanceRequest,
  ChangeMaintenance: changeMaintenanceRequest,
  CreateComponent: createComponentRequest,
  ChangeComponent: changeComponentRequest,
};

type SchemaName = keyof typeof answered | keyof typeof asked;

const uri = (name: string) => `#/components/schemas/${name}`;
const registries = { output: registryOf(answered), input: registryOf(asked) };

/** The named shape, where it is used. */
export function refTo(name: SchemaName): Schema {
  return { $ref: uri(name) };
}

/** Every named shape as JSON Schema: answers as they leave, requests as they come. */
export function namedSchemas(): Record<string, Schema> {
  const written = (['output', 'input'] as const).flatMap((io) =>
    Object.entries(z.toJSONSchema(registries[io], { uri, io, override: simplified }).schemas),
  );
  return Object.fromEntries(written.map(([name, schema]) => [name, withoutAddress(schema as Schema)]));
}

/** Any other shape as it is answered, with the named ones in it left to their names. */
export function schemaOf(shape: z.ZodType): Schema {
  const registry = registryOf({ ...answered, unnamed: shape });
  const { unnamed } = z.toJSONSchema(registry, { uri, override: simplified }).schemas;
  return withoutAddress(unnamed as Schema);
}

function registryOf(shapes: Record<string, z.ZodType>) {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) registry.add(shape, { id });
  return registry;
}

/** What a format or a type says already is not said again in a pattern of 300 characters, or as the largest integer. */
function simplified({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function withoutAddress({ $id: _, $schema: __, ...schema }: Schema): Schema {
  return schema;
}
