import type { TestApp } from '../../support/app';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
type Json = any;

export const apiToken = 'a-token-that-the-operator-has-chosen';

export type Publisher = {
  addService(name: string): Promise<string>;
  openIncident(name: string, serviceId?: string): Promise<string>;
  /** Posts an update. */
  update(incidentId: string, body: string): Promise<void>;
};

/** Publishes the way a script does: over the admin API of a running app. */
export async function publisherAt(app: TestApp): Promise<Publisher> {
  const ask = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const answer = await fetch(`${app.url}/api/v1/pages${path}`, {
      method,
      headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const [page] = await ask('GET', '');
  return {
    addService: async (name) => (await ask('POST', `/${page.id}/components`, { component: { name } })).id,
    openIncident: async (name, serviceId) => {
      const components = serviceId ? { [serviceId]: 'major_outage' } : undefined;
      const incident = { name, status: 'investigating', body: 'We are looking.', components };
      return (await ask('POST', `/${page.id}/incidents`, { incident })).id;
    },
    update: async (id, body) => {
      await ask('PATCH', `/${page.id}/incidents/${id}`, { incident: { body, status: 'identified' } });
    },
  };
}

/** The revision that the app shows. */
export async function revisionOf(app: TestApp): Promise<number> {
  return ((await (await fetch(`${app.url}/api/status`)).json()) as { revision: number }).revision;
}
