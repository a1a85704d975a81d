import { everyMethod } from '@/app/api/every-method';
import { problem } from '@/lib/contracts/problem';

export const dynamic = 'force-dynamic';

/** Every other address under /api, so that programs read problem details there too, wherever they run. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod(async (_: Request) =>
  problem({
    status: 404,
    title: 'Not found',
    detail: 'There is nothing at this address. All that there is stands at /docs/api.',
    headers: { 'Access-Control-Allow-Origin': '*' },
  }),
);
