import { expect, it } from 'vitest';
import { revisionOf } from '../integration/live/publisher';
import { readinessOf, until } from '../integration/live/two-processes';
import { stateAt } from '../support/stream-client';
import { site, stream } from './behind';
import type { Answer, Arrival } from './listen-to';
import { openStreams } from './open-streams';
import type { Visitors } from './through-proxy';

const reader = { origin: site };
const isNamed = (name: string) => (event: Arrival) => event.name === name;

/** Visitors leave, and the app leaves and comes back. */
export function comingAndGoing(visitors: Visitors[]): void {
  const { here } = visitors[0] as Visitors;
  const openAll = (headers: Record<string, string>, each = 1) =>
    Promise.all(visitors.flatMap(({ ask }) => Array.from({ length: each }, () => ask(stream, headers))));
  const hearAll = (answers: Answer[], wanted: (event: Arrival) => boolean) =>
    Promise.all(answers.map((answer) => answer.next(wanted)));

  it('lets go of visitors who have left', async () => {
    const answers = await openAll(reader, 5);
    await hearAll(answers, isNamed('message'));
    expect(await openStreams(here.app)).toBeGreaterThanOrEqual(answers.length);
    for (const answer of answers) answer.close();
    await until(async () => expect(await openStreams(here.app)).toBe(0));
  });

  it('passes on the goodbye, speaks for an app that is away, and finds it again', async () => {
    const before = await revisionOf(here.app);
    const watching = await openAll(reader);
    await here.publisher.openIncident('Before the restart');
    await hearAll(watching, stateAt(before + 1));
    await here.app.stop();
    for (const { json } of await hearAll(watching, isNamed('done')))
      expect(json).toMatchObject({ reason: 'shutdown' });

    await Promise.all(visitors.map(({ ask }) => until(() => askInVain(ask))));
    here.settings.STREAM_GZIP = 'false';
    await here.app.restart();
    await until(async () => expect(await readinessOf(here.app)).toMatchObject({ code: 200 }));
    await Promise.all(visitors.map(({ ask }) => until(() => askAgain(ask))));
    const back = await openAll({ ...reader, 'last-event-id': `${before}`, 'accept-encoding': 'gzip' });
    await hearAll(back, stateAt(before + 1));
    for (const answer of back) {
      // The app was told to compress nothing.
      expect(answer.headers).not.toHaveProperty('content-encoding');
      answer.close();
    }
  });

  async function askAgain(ask: Visitors['ask']) {
    const answer = await ask(stream, reader);
    answer.close();
    expect(answer.status).toBe(200);
  }

  async function askInVain(ask: Visitors['ask']) {
    const away = await ask(stream, reader);
    away.close();
    expect([502, 503, 504]).toContain(away.status);
    expect(away.headers['access-control-allow-origin']).toBe(site);
    expect(away.headers.vary).toContain('Origin');
    const stranger = await ask(stream, { origin: 'https://attacker.example' });
    expect(stranger.headers).not.toHaveProperty('access-control-allow-origin');
    expect(stranger.headers.vary).toContain('Origin');
    stranger.close();
  }
}
