import { z } from 'zod';
import type { StatuspageBody } from './statuspage-bodies';
import {
  statuspageComponent,
  statuspageGroup,
  statuspageIncident,
  statuspageMaintenance,
  statuspagePage,
  statuspageStatus,
} from './statuspage-schema';

const page = statuspagePage;
const components = z
  .array(z.union([statuspageGroup, statuspageComponent]))
  .describe('In the order of the page, each group before its components.');
const incidents = z.array(statuspageIncident);
const scheduled_maintenances = z.array(statuspageMaintenance);

/** What each of Statuspage's bodies holds, by the path after `/api/v2/`. */
export const statuspageBodySchemas = {
  'summary.json': z.strictObject({
    page,
    components,
    incidents,
    scheduled_maintenances,
    status: statuspageStatus,
  }),
  'status.json': z.strictObject({ page, status: statuspageStatus }),
  'components.json': z.strictObject({ page, components }),
  'incidents.json': z.strictObject({ page, incidents }),
  'incidents/unresolved.json': z.strictObject({ page, incidents }),
  'scheduled-maintenances.json': z.strictObject({ page, scheduled_maintenances }),
  'scheduled-maintenances/upcoming.json': z.strictObject({ page, scheduled_maintenances }),
  'scheduled-maintenances/active.json': z.strictObject({ page, scheduled_maintenances }),
} satisfies Record<StatuspageBody, z.ZodType>;
