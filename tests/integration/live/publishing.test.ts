import { describe, expect, it } from 'vitest';
import { startApp } from '../../support/app';
import { outline, stateAt } from '../../support/stream-client';
import { apiToken, publisherAt, revisionOf } from './publisher';
import { startTwoProcesses, until } from './two-processes';

const both = startTwoProcesses();

describe('a publish', () => {
  it('reaches the readers of both processes: the change, then the state, with the whole of both', async () => {
    const here = await both.watch(both.first);
    const there = await both.watch(both.second);
    const before = await revisionOf(both.first);
    await both.publisher.openIncident('Slow answers', await both.publisher.addService('API'));
    const revision = before + 2;
    for (const stream of [here, there]) {
      const { json } = await stream.next(stateAt(revision));
      expect(json.incidents[0]).toMatchObject({ title: 'Slow answers', status: 'investigating' });
      expect(json.statusLabel).toBe('major_outage');
      expect(outline(stream.heard)).toEqual([
        `message ${before}`,
        `service.created ${before + 1}`,
        `message ${before + 1}`,
        `incident.created ${revision}`,
        `message ${revision}`,
      ]);
      expect(stream.heard[3]?.id).not.toBe(`${revision}`);
      expect(stream.heard[3]?.json.incident.title).toBe('Slow answers');
    }
    expect(there.heard).toEqual(here.heard);
    expect(await revisionOf(both.second)).toBe(revision);
  });

  it('is told over Redis, with the state and the change', async () => {
    const listener = both.otherProgram();
    const messages: string[] = [];
    listener.on('message', (_, text) => messages.push(text));
    await listener.subscribe('status:updates');
    await both.publisher.openIncident('Told over Redis');
    await until(() => expect(messages).toHaveLength(1));
    const revision = await revisionOf(both.first);
    expect(JSON.parse(messages[0] ?? '')).toMatchObject({
      revision,
      statusLabel: 'major_outage',
      events: [{ revision, name: 'incident.created', payload: { incident: { title: 'Told over Redis' } } }],
    });
  });

  it('is resumed in the other process, where a reader comes back to', async () => {
    const at = await revisionOf(both.first);
    await both.publisher.openIncident('While away');
    const back = await both.watch(both.second, { 'last-event-id': `${at}` });
    await back.next(stateAt(at + 1));
    expect(outline(back.heard)).toEqual([`incident.created ${at + 1}`, `message ${at + 1}`]);
  });

  it('that Redis never carried is found in the log, by both, in order', async () => {
    const here = await both.watch(both.first);
    const there = await both.watch(both.second);
    const from = await revisionOf(both.first);
    // A third process without the Redis of the others: all it commits is silent.
    const silent = await startApp({
      env: { DATABASE_URL: both.postgres.url, ADMIN_API_TOKEN: apiToken, DEMO: 'false' },
    });
    const aside = await publisherAt(silent);
    for (const name of ['One', 'Two', 'Three']) await aside.openIncident(name);
    await both.publisher.openIncident('Four');
    for (const stream of [here, there]) {
      await stream.next(stateAt(from + 4));
      const revisions = stream.heard
        .filter(({ name }) => name === 'incident.created')
        .map(({ json }) => json.revision);
      expect(revisions).toEqual([from + 1, from + 2, from + 3, from + 4]);
    }
    await silent.stop();
  });

  it('two hundred times at once, in both processes, gives as many ordered revisions and loses no update', async () => {
    const id = await both.publisher.openIncident('Busy');
    const from = await revisionOf(both.first);
    const streams = [await both.watch(both.first), await both.watch(both.second)];
    const publishers = [both.publisher, await publisherAt(both.second)];
    const bodies = Array.from({ length: 200 }, (_, i) => `Update ${i}`);
    await Promise.all(bodies.map((body, i) => publishers[i % 2]?.update(id, body)));
    for (const stream of streams) {
      const { json } = await stream.next(stateAt(from + 200));
      const revisions = stream.heard
        .filter(({ name }) => name === 'incident.updated')
        .map((e) => e.json.revision);
      expect(revisions).toEqual(bodies.map((_, i) => from + 1 + i));
      const said = json.incidents.find((incident: { id: string }) => incident.id === id).updates;
      expect(said.map((update: { body: string }) => update.body).toSorted()).toEqual(
        ['We are looking.', ...bodies].toSorted(),
      );
      const states = stream.heard
        .filter(({ name }) => name === 'message')
        .map((event) => event.json.revision);
      expect(states).toEqual(states.toSorted((a, b) => a - b));
    }
  }, 120_000);
});

describe('what other programs publish on Redis', () => {
  const outside = { statusLabel: 'partial_outage', services: [], incidents: [{ id: 'theirs', note: '✓' }] };

  it('reaches every open stream as an unnamed message without id, and is not kept', async () => {
    const streams = [await both.watch(both.first), await both.watch(both.second)];
    const at = await revisionOf(both.first);
    const other = both.otherProgram();
    await other.publish('status:updates', JSON.stringify(outside));
    for (const stream of streams) {
      const heard = await stream.next(({ json }) => json.incidents?.[0]?.id === 'theirs');
      expect(heard).toMatchObject({ name: 'message', json: outside });
      expect(stream.text).toContain(`\n\ndata: ${JSON.stringify(outside)}\n\n`);
    }
    expect((await both.watch(both.first)).heard).toMatchObject([{ id: `${at}`, json: { revision: at } }]);
  });

  it('when malformed is dropped, and the streams go on', async () => {
    const stream = await both.watch(both.second);
    const at = await revisionOf(both.second);
    const other = both.otherProgram();
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"statusLabel":"fine"}',
      `{"events":[{}],"revision":${at + 1}}`,
    ]) {
      await other.publish('status:updates', text);
    }
    await other.publish('status:updates', Buffer.from([0xff, 0xfe, 0x00]));
    await both.publisher.openIncident('After the noise');
    await stream.next(stateAt(at + 1));
    expect(outline(stream.heard)).toEqual([
      `message ${at}`,
      `incident.created ${at + 1}`,
      `message ${at + 1}`,
    ]);
    expect(both.second.output).toContain('dropped what was published on status:updates');
  });
});

it('hearts beat for proxies and for clients', async () => {
  const stream = await both.watch(both.first);
  const ping = await stream.next(({ name }) => name === 'ping');
  expect(ping.json).toEqual({ revision: await revisionOf(both.first), now: expect.stringMatching(/Z$/) });
  expect(stream.text).toContain('\n\n: heartbeat\n\nevent: ping\ndata: ');
});
