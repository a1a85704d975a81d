import { apiRoute } from '@/app/api/v1/api-route';
import { mayRespond } from '@/lib/domain/actor';
import { answerChange, requireIncident } from '../answer-change';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('incident', {
  PUT: {
    may: mayRespond,
    answer: async (call) => answerChange(call, (await requireIncident(call)).id, { isPublished: true }),
  },
});
