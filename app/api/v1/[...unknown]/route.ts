import { type Answer, apiRoute } from '@/app/api/v1/api-route';
import { notFound } from '@/app/api/v1/rejection';

const nothing: Answer = {
  answer: async () => {
    throw notFound('address');
  },
};

/** Every other address under v1, so that scripts read problem details there too. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute('page', {
  GET: nothing,
  POST: nothing,
  PUT: nothing,
  PATCH: nothing,
  DELETE: nothing,
});
