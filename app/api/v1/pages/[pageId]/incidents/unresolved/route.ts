import { apiRoute, json } from '@/app/api/v1/api-route';
import { readQuery } from '@/app/api/v1/read-request';
import { pagedQuery } from '@/lib/contracts/manage-api';
import { toStatuspageIncident } from '@/lib/contracts/statuspage';
import { getIncidentList } from '@/lib/queries/get-incident-list';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('incident', {
  GET: {
    answer: async ({ request, site }) => {
      const { per_page: limit, page } = readQuery(request, pagedQuery);
      const { incidents } = await getIncidentList({ state: 'open', limit, offset: (page - 1) * limit });
      return json(incidents.map((incident) => toStatuspageIncident(incident, site)));
    },
  },
});
