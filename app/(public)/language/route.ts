import { catalogue } from '@/lib/words/catalogue';
import { languageCookie } from '@/lib/words/choose-language';
import { pathOfReferer } from '@/lib/words/path-of-referer';

const yearSeconds = 31_536_000;

/** Remembers the visitor's choice of language, and leads back to the page they made it on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const language = form.get('language');
  if (typeof language !== 'string' || !catalogue.has(language)) {
    const title = `language must be one of ${[...catalogue.keys()].join(', ')}`;
    return Response.json(
      { type: 'about:blank', title, status: 400 },
      { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
    );
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
