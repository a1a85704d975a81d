import type { StatuspageBody } from '../statuspage-bodies';
import { statuspageBodySchemas } from '../statuspage-body-schema';
import { conditions, documentAnswers } from './answers';
import type { Paths } from './model';
import { schemaOf } from './schemas';

const told: Record<StatuspageBody, [operationId: string, summary: string]> = {
  'summary.json': ['getSummary', 'Everything at a glance'],
  'status.json': ['getOverallStatus', 'The one word on the page'],
  'components.json': ['getComponents', 'Components and their groups'],
  'incidents.json': ['getIncidents', 'The 50 newest incidents'],
  'incidents/unresolved.json': ['getUnresolvedIncidents', 'Incidents that still run'],
  'scheduled-maintenances.json': ['getScheduledMaintenances', 'The 50 latest maintenances'],
  'scheduled-maintenances/upcoming.json': ['getUpcomingMaintenances', 'Maintenance to come'],
  'scheduled-maintenances/active.json': ['getActiveMaintenances', 'Maintenance under way'],
};

/** Statuspage's public API, for whatever reads it already. */
export const statuspagePaths: Paths = Object.fromEntries(
  (Object.keys(told) as StatuspageBody[]).map((path) => {
    const [operationId, summary] = told[path];
    return [
      `/api/v2/${path}`,
      {
        get: {
          operationId,
          tags: ['Statuspage v2'],
          summary,
          parameters: conditions,
          responses: documentAnswers('application/json', summary, schemaOf(statuspageBodySchemas[path])),
        },
      },
    ];
  }),
);
