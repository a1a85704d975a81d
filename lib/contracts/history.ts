import { z } from 'zod';
import { historyKinds, parsePlace } from '@/lib/domain/history';
import { impacts } from '@/lib/domain/incident';
import type { PublicIncident, PublicMaintenance, StatusSnapshot } from './live-state';

/** Work that has begun, as the history and its own page show it. */
export type MaintenanceRecord = PublicMaintenance & { startedAt: string | null; completedAt: string | null };

export type HistoryEntry =
  | { kind: 'incident'; incident: PublicIncident }
  | { kind: 'maintenance'; maintenance: MaintenanceRecord };

const place = z.string().transform((text, context) => {
  const parsed = parsePlace(text);
  if (!parsed) context.addIssue('is no place in the history');
  return parsed ?? z.NEVER;
});

/** What may be asked of the history in its address. An empty field of the form asks for nothing. */
const fields = {
  q: z.string().trim().max(200),
  /** A service's slug. */
  service: z.string().regex(/^[a-z0-9-]{1,80}$/),
  impact: z.enum(impacts),
  kind: z.enum(historyKinds),
  /** Nothing that began after this month, YYYY-MM in the page's time zone. */
  month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
  before: place,
  after: place,
};

export type HistoryRequest = { [Name in keyof typeof fields]?: z.output<(typeof fields)[Name]> };

/** A request from an address, and the names of the parameters that could not be read and were left out. */
export function parseHistoryRequest(query: Record<string, string | string[] | undefined>): {
  request: HistoryRequest;
  unread: string[];
} {
  const request: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const given = [query[name]].flat()[0]?.trim();
    if (!given) continue;
    const parsed = field.safeParse(given);
    if (parsed.success) request[name] = parsed.data;
    else unread.push(name);
  }
  return { request, unread };
}

/** One page of the history. `older` and `newer` are places to go on from, as text; null at the ends. */
export type HistoryView = {
  page: StatusSnapshot['page'];
  entries: HistoryEntry[];
  older: string | null;
  newer: string | null;
  /** What was asked for, as the form shows it. */
  asked: { q: string; service: string; impact: string; kind: string; month: string };
  /** The parameters that were left out because nobody could tell what they mean. */
  unread: string[];
  services: { slug: string; name: string }[];
  /** The months that there are entries of, YYYY-MM in the page's time zone, newest first. */
  months: string[];
  serviceNames: Record<string, string>;
  /** Only the last days, from memory: the records can't be reached. */
  isPartial: boolean;
};
