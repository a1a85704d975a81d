import { apiRoute, json } from '@/app/api/v1/api-route';
import { toStatuspagePage } from '@/lib/contracts/statuspage';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('page', {
  GET: { answer: async ({ site }) => json([toStatuspagePage(site)]) },
});
