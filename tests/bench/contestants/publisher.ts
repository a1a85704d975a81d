import { apiToken } from './product';

export type Publisher = {
  /** Publishes one change, and answers its revision. */
  change(): Promise<number>;
};

type Named = { id: string };

/** Publishes as a script does, over the admin API of the product on `port`: updates of one incident of its own. */
export async function publisherAt(port: number): Promise<Publisher> {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `OAuth ${apiToken}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const [page] = (await ask('GET', '/api/v1/pages')) as Named[];
  const opened = { name: 'Requests fail', status: 'investigating', body: 'We are looking.' };
  const incidents = `/api/v1/pages/${page?.id}/incidents`;
  let incident = (await ask('POST', incidents, { incident: opened })) as Named;
  let updates = 0;
  return {
    async change() {
      // A new incident now and then, so that none grows without end.
      if (updates++ % 10 === 9) incident = (await ask('POST', incidents, { incident: opened })) as Named;
      else {
        const update = { status: 'identified', body: `Step ${updates} of the repair is done.` };
        await ask('PATCH', `${incidents}/${incident.id}`, { incident: update });
      }
      return ((await ask('GET', '/api/status')) as { revision: number }).revision;
    },
  };
}
