import { type PreparedBody, prepareBody, sizeOf } from './prepared-body';
import { RecentStore } from './recent-store';

type Entry = { bytes: number; body: PreparedBody };

/** Documents of many kinds at one revision, and those of a few before. */
const limits = { entries: 200, bytes: 16 * 1024 * 1024 };

/** Keeps documents in the codings they are sent in, so that each is compressed once. */
export class PreparedBodies {
  private readonly store = new RecentStore<Entry>(limits);
  private readonly running = new Map<string, Promise<PreparedBody>>();

  /** The document `text` whose strong tag is `etag`. */
  of(etag: string, text: string): PreparedBody | Promise<PreparedBody> {
    return this.store.get(etag)?.body ?? this.running.get(etag) ?? this.prepare(etag, text);
  }

  private prepare(etag: string, text: string): Promise<PreparedBody> {
    const prepared = prepareBody(text)
      .then((body) => {
        this.store.set(etag, { bytes: sizeOf(body), body });
        return body;
      })
      .finally(() => this.running.delete(etag));
    this.running.set(etag, prepared);
    return prepared;
  }
}
