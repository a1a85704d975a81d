import { peerHeader } from '@/lib/client-address';
import { log } from '@/lib/log';
import { singleton } from '@/lib/singleton';
import { type Answer, problemAnswer } from './answer';

type Refusal = 'draining' | 'unknown' | 'address' | 'full';

/** What each answers: the status, the words, and when to come back, in seconds from a random one of these two. */
const answers: Record<Refusal, { status: number; title: string; detail: string; wait: [number, number] }> = {
  draining: {
    status: 503,
    title: 'Not available',
    detail: 'This server is about to stop. Try again shortly.',
    wait: [1, 5],
  },
  unknown: {
    status: 503,
    title: 'Not available',
    detail: 'The status cannot be streamed right now. Try again shortly.',
    wait: [3, 8],
  },
  full: {
    status: 503,
    title: 'Too many readers',
    detail: 'As many streams are open as this server holds. The status itself is at /api/status.',
    wait: [20, 60],
  },
  address: {
    status: 429,
    title: 'Too many streams',
    detail: 'Too many streams are open from your address. Close some; the status itself is at /api/status.',
    wait: [20, 60],
  },
};

/** The answer to a reader for whom there is no stream now. `headers` are the guard's. */
export function refuseStream(
  refusal: Refusal,
  request: Pick<Headers, 'get'>,
  headers: Record<string, string>,
): Answer {
  if (refusal === 'address') warnOfProxy(request);
  const { status, title, detail, wait } = answers[refusal];
  const [from, to] = wait;
  const seconds = from + Math.floor(Math.random() * (to - from + 1));
  const exposed = headers['Access-Control-Allow-Origin'] && {
    'Access-Control-Expose-Headers': 'Retry-After',
  };
  return problemAnswer({
    status,
    title,
    detail,
    headers: { ...headers, ...exposed, 'Retry-After': `${seconds}` },
  });
}

/** Behind a proxy that is not trusted all visitors count as one: said once, because nobody would think of it. */
function warnOfProxy(request: Pick<Headers, 'get'>): void {
  const told = singleton('proxy-hint', () => ({ isTold: false }));
  if (told.isTold || !request.get('x-forwarded-for')) return;
  told.isTold = true;
  log.warn(
    { proxy: request.get(peerHeader) },
    'One address has all the streams that STREAM_MAX_PER_ADDRESS allows, and its requests carry ' +
      'X-Forwarded-For. If it is your proxy, name it in TRUSTED_PROXIES: until then all visitors count as one.',
  );
}
