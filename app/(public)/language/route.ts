import { problem } from '@/lib/contracts/problem';
import { catalogue } from '@/lib/words/catalogue';
import { languageCookie } from '@/lib/words/choose-language';
import { pathOfReferer } from '@/lib/words/path-of-referer';

const yearSeconds = 31_536_000;
/** A form with one choice has some fifteen bytes, and browsers say how many. */
const mostBytes = 1_000;

/** Remembers the visitor's choice of language, and leads back to the page they made it on. */
export async function POST(request: Request): Promise<Response> {
  if (!(Number(request.headers.get('content-length') ?? Number.NaN) <= mostBytes)) {
    return problem({
      status: 413,
      title: `The form must say its length, and be at most ${mostBytes} bytes.`,
    });
  }
  const language = new URLSearchParams(await request.text()).get('language') ?? '';
  if (!catalogue.has(language)) {
    return problem({ status: 400, title: `language must be one of ${[...catalogue.keys()].join(', ')}` });
  }
  return new Response(null, {
    status: 303,
    headers: {
      Location: pathOfReferer(request.headers.get('referer')),
      'Set-Cookie': `${languageCookie}=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`,
      'Cache-Control': 'no-store',
    },
  });
}
