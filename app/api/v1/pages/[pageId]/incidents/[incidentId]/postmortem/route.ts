import { apiRoute, json } from '@/app/api/v1/api-route';
import { readRequest } from '@/app/api/v1/read-request';
import { notFound } from '@/app/api/v1/rejection';
import { toStatuspagePostMortem, writePostMortemRequest } from '@/lib/contracts/manage-post-mortem';
import { mayRespond } from '@/lib/domain/actor';
import { answerChange, requireIncident } from './answer-change';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('incident', {
  GET: {
    answer: async (call) => {
      const incident = await requireIncident(call);
      if (incident.postMortem === null) throw notFound('post-mortem');
      return json(toStatuspagePostMortem(incident, call.site.page.timeZone));
    },
  },
  PUT: {
    may: mayRespond,
    answer: async (call) => {
      const { id } = await requireIncident(call);
      const { postmortem } = await readRequest(call.request, writePostMortemRequest);
      return answerChange(call, id, { body: postmortem.body_draft });
    },
  },
  DELETE: {
    may: mayRespond,
    answer: async (call) => {
      await answerChange(call, (await requireIncident(call)).id, { body: null });
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
    },
  },
});
