import 'server-only';
import { ImageResponse } from 'next/og';
import pLimit from 'p-limit';
import { problem } from '@/lib/contracts/problem';
import { namesTag } from '@/lib/contracts/public-answer';
import { log } from '@/lib/log';
import { singleton } from '@/lib/singleton';
import { cardFonts } from './card-fonts';
import { type CardContent, cardSize, cardTag, ShareCard } from './share-card';

/** Some 30 KB each. */
const mostKept = 100;
/** Drawing keeps a core busy: one at a time, and no more wait than are soon done. */
const mostWaiting = 20;
const cacheControl = 'public, max-age=60, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400';

const studio = () =>
  singleton('share-cards', () => ({ drawing: pLimit(1), drawn: new Map<string, Promise<Uint8Array>>() }));

/** Answers a request for a card: drawn once for what it says, 304 to whoever has it, 404 where `find` finds nothing. */
export async function answerShareCard(
  request: Request,
  find: () => Promise<CardContent | null>,
): Promise<Response> {
  try {
    const content = await find();
    if (!content) return problem({ status: 404, title: 'There is no such card.' });
    const etag = cardTag(content);
    const headers = { ETag: etag, 'Cache-Control': cacheControl };
    if (namesTag(request.headers.get('if-none-match') ?? '', etag)) {
      return new Response(null, { status: 304, headers });
    }
    const png = await draw(etag, content);
    if (!png) return unavailable();
    return new Response(png as Uint8Array<ArrayBuffer>, {
      headers: { ...headers, 'Content-Type': 'image/png' },
    });
  } catch (error) {
    log.error({ err: error }, 'a share card could not be drawn');
    return unavailable();
  }
}

function draw(etag: string, content: CardContent): Promise<Uint8Array> | null {
  const { drawing, drawn } = studio();
  const known = drawn.get(etag);
  if (known) return known;
  if (drawing.pendingCount >= mostWaiting) return null;
  const made = drawing(async () => {
    const image = new ImageResponse(<ShareCard {...content} />, { ...cardSize, fonts: await cardFonts() });
    return new Uint8Array(await image.arrayBuffer());
  });
  made.catch(() => drawn.delete(etag));
  drawn.set(etag, made);
  const [oldest] = drawn.keys();
  if (drawn.size > mostKept && oldest) drawn.delete(oldest);
  return made;
}

function unavailable(): Response {
  return problem({
    status: 503,
    title: 'The card can not be drawn right now.',
    headers: { 'Retry-After': '5' },
  });
}
