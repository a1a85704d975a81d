import type { PublicPage } from '@/lib/contracts/branding';
import type { StatusState } from '@/lib/contracts/live-state';
import { serviceStatuses, worstStatus } from '@/lib/domain/service-status';
import { identified, isFields, oneOf, time } from './field-readers';
import { toPage } from './incoming-page';
import { toIncident, toMaintenance, toService } from './incoming-parts';

export type IncomingState = {
  state: StatusState;
  /** False for a message without an id, as from another program: it is shown, and moves no revision. */
  hasRevision: boolean;
  /** The server asks to forget what was known. */
  isReset: boolean;
};

const nothingKnown: StatusState = {
  statusLabel: 'operational',
  services: [],
  incidents: [],
  maintenances: [],
  revision: 0,
  updatedAt: new Date(0).toISOString(),
};

/**
 * A message as a whole state, however little of it came: what is missing is taken from what was shown before.
 * Null when it holds no state at all, or an older one that is marked stale.
 * `eventId` is the id it came under, which the server makes the revision: without one of its own (null) a message of
 * the stream is shown and moves no revision. An answer to a question (undefined) needs none.
 */
export function toIncomingState(
  message: unknown,
  current: StatusState | null,
  eventId?: string | null,
): IncomingState | null {
  if (!isFields(message)) return null;
  const services = identified(message.services);
  const incidents = identified(message.incidents);
  const maintenances = identified(message.maintenances);
  if (!services && !incidents && !maintenances && !('statusLabel' in message)) return null;

  const known = current ?? nothingKnown;
  const revision = isRevision(message.revision) ? message.revision : null;
  const hasRevision = revision !== null && (eventId === undefined || eventId === String(revision));
  // The server sends its last known state without an id too: it never overwrites a newer one.
  if (!hasRevision && message.stale === true && revision !== null && revision < known.revision) return null;
  // Without an id, and yet of the server: the same state gone stale, or fresh again.
  const isSameWord = message.stale === true || (revision !== null && revision === known.revision);
  const shownServices =
    services?.map((raw, index) =>
      toService(
        raw,
        known.services.find(({ id }) => id === raw.id),
        index,
      ),
    ) ?? known.services;
  return {
    hasRevision,
    isReset: message.reset === true,
    state: {
      statusLabel:
        oneOf(serviceStatuses, message.statusLabel, null) ??
        worstStatus(shownServices.map((service) => service.status)),
      services: shownServices,
      incidents:
        incidents?.map((raw) =>
          toIncident(
            raw,
            known.incidents.find(({ id }) => id === raw.id),
          ),
        ) ?? known.incidents,
      maintenances:
        maintenances?.flatMap((raw) =>
          toMaintenance(
            raw,
            known.maintenances.find(({ id }) => id === raw.id),
          ),
        ) ?? known.maintenances,
      // How the page looks is our server's to say.
      ...pageIn(hasRevision ? message : {}, known.page),
      revision: hasRevision ? revision : known.revision,
      updatedAt: time(message.updatedAt, known.updatedAt),
      ...staleness(hasRevision || isSameWord ? message : known),
    },
  };
}

function isRevision(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function pageIn(message: { page?: unknown }, known: PublicPage | undefined): { page?: PublicPage } {
  const page = toPage(message.page, known);
  return page ? { page } : {};
}

function staleness(from: {
  stale?: unknown;
  staleSince?: unknown;
}): Pick<StatusState, 'stale' | 'staleSince'> {
  if (from.stale !== true) return {};
  const since = time(from.staleSince, undefined);
  return since ? { stale: true, staleSince: since } : { stale: true };
}
