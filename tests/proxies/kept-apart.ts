import { expect, it } from 'vitest';
import { revisionOf } from '../integration/live/publisher';
import { outline, stateAt } from '../support/stream-client';
import { site, stream } from './behind';
import type { Answer } from './listen-to';
import type { Visitors } from './through-proxy';

const reader = { origin: site };
/** What was heard but for the heartbeats. */
const heard = ({ arrivals }: Answer) => outline(arrivals.filter(({ name }) => name !== 'ping'));

/** Every visitor is answered by the app: nothing is kept for the next, or shared with a neighbour. */
export function keptApart({ here, ask }: Visitors): void {
  it('resumes where the reader was, by header and by address', async () => {
    const before = await revisionOf(here.app);
    await here.publisher.openIncident('Resume here');
    const now = await revisionOf(here.app);
    const byHeader = await ask(stream, { ...reader, 'last-event-id': `${before}` });
    const byAddress = await ask(`${stream}?lastEventId=${before}`, reader);
    for (const answer of [byHeader, byAddress]) {
      await answer.next(stateAt(now));
      answer.close();
      expect(heard(answer)).toEqual([`incident.created ${now}`, `message ${now}`]);
    }
  });

  it('gives two visitors at once each their own', async () => {
    const before = await revisionOf(here.app);
    const incident = await here.publisher.openIncident('Two visitors');
    const [fresh, back] = await Promise.all([
      ask(stream, reader),
      ask(stream, { ...reader, 'last-event-id': `${before}` }),
    ]);
    await Promise.all([fresh.next(stateAt(before + 1)), back.next(stateAt(before + 1))]);
    await here.publisher.update(incident, 'Both hear it once.');
    await Promise.all([fresh.next(stateAt(before + 2)), back.next(stateAt(before + 2))]);
    const update = [`incident.updated ${before + 2}`, `message ${before + 2}`];
    expect(heard(fresh)).toEqual([`message ${before + 1}`, ...update]);
    expect(heard(back)).toEqual([`incident.created ${before + 1}`, `message ${before + 1}`, ...update]);
    fresh.close();
    back.close();
  });

  it('gives the next visitor the news, and not what the last one heard', async () => {
    const first = await ask(stream, reader);
    await first.next(stateAt(await revisionOf(here.app)));
    first.close();
    await here.publisher.openIncident('Between two visitors');
    const now = await revisionOf(here.app);
    const second = await ask(stream, reader);
    await second.next(stateAt(now));
    second.close();
    expect(heard(second)).toEqual([`message ${now}`]);
  });

  it('answers 304 to whoever has the state, and the new one once it has changed', async () => {
    const encodings = { 'accept-encoding': 'gzip' };
    const given = await ask('/api/status', encodings);
    expect(given.status).toBe(200);
    await given.whole();
    const held = { ...encodings, 'if-none-match': `${given.headers.etag}` };
    const same = await ask('/api/status', held);
    expect([same.status, await same.whole()]).toEqual([304, '']);
    await here.publisher.openIncident('A new state');
    const changed = await ask('/api/status', held);
    expect(changed.status).toBe(200);
    expect(JSON.parse(await changed.whole())).toMatchObject({ revision: await revisionOf(here.app) });
  });
}
