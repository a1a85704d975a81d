import { z } from 'zod';
import { impacts, incidentStatuses } from '@/lib/domain/incident';
import { serviceStatuses } from '@/lib/domain/service-status';
import { id, openIncidentInput } from './incident-input';
import { createServiceInput } from './service-input';

/** What scripts send, in the words of Statuspage's manage API. Fields that neither side knows are ignored. */

const mostComponents = 500;
const components = z
  .record(id, z.enum(serviceStatuses))
  .refine(
    (given) => Object.keys(given).length <= mostComponents,
    `names more than ${mostComponents} components`,
  );
const incidentFields = {
  status: z.enum(incidentStatuses).optional(),
  impact_override: z.enum(impacts).nullable().optional(),
  body: openIncidentInput.shape.body.unwrap().nullish(),
  component_ids: z.array(id).max(mostComponents).nullish(),
  components: components.nullish(),
};
const incidentName = openIncidentInput.shape.title;

export const createIncidentRequest = z.object({
  incident: z.object({ name: incidentName, ...incidentFields }),
});
export const changeIncidentRequest = z.object({
  incident: z.object({ name: incidentName.optional(), ...incidentFields }),
});

/** Statuspage writes "as it is" as an empty string too. */
const componentStatus = z
  .enum([...serviceStatuses, ''])
  .transform((status) => (status === '' ? undefined : status))
  .optional();
const service = createServiceInput.shape;
const componentFields = {
  description: service.description.unwrap().optional(),
  status: componentStatus,
  group_id: service.groupId.unwrap().optional(),
  showcase: service.showcase.unwrap().optional(),
  only_show_if_degraded: service.onlyShowIfDegraded.unwrap().optional(),
  start_date: service.startDate.unwrap().optional(),
};

export const createComponentRequest = z.object({
  component: z.object({ name: service.name, ...componentFields }),
});
export const changeComponentRequest = z.object({
  component: z.object({ name: service.name.optional(), ...componentFields }),
});

export type CreateIncidentRequest = z.infer<typeof createIncidentRequest>['incident'];
export type ChangeIncidentRequest = z.infer<typeof changeIncidentRequest>['incident'];
export type CreateComponentRequest = z.infer<typeof createComponentRequest>['component'];
export type ChangeComponentRequest = z.infer<typeof changeComponentRequest>['component'];

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(1, 'must be at least 1').max(most, `must be at most ${most}`));
const rows = wholeNumber(100).default(100);
const pageNumber = wholeNumber(1_000_000).default(1);

/** How incidents are asked for. */
export const incidentListQuery = z.object({
  limit: rows,
  page: pageNumber,
  q: z.string().trim().max(200).optional(),
});

/** How components and unresolved incidents are asked for: Statuspage has another word for `limit` there. */
export const pagedQuery = z.object({ per_page: rows, page: pageNumber });
