import { z } from 'zod';
import { checks, faultIds } from './faults';
import { programs } from './programs';

const figure = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const finding = z.object({
  /** A fault's id; of a check that is well, its name. */
  id: z.union([z.enum(faultIds), z.enum(checks)]),
  check: z.enum(checks),
  severity: z.enum(['ok', 'warn', 'error']),
  /** What was seen, with its measures, in a sentence. */
  seen: z.string(),
  figures: z.record(z.string(), figure),
  /** Why it matters to visitors; empty when all is well. */
  why: z.string(),
  /** The address where it shows, the innermost one for a fault. */
  at: z.string(),
  /** The addresses it arises between, from outside in; null when it comes from the innermost itself. */
  between: z.tuple([z.string(), z.string()]).nullable(),
  /** Lines that mend it, for the program that was recognised, or for `any`. */
  mend: z.array(z.object({ program: z.enum([...programs, 'any']), line: z.string() })),
});

const hop = z.object({
  url: z.string(),
  programs: z.array(z.enum(programs)),
  isReachable: z.boolean(),
  /** What browsers would speak with it: `h2`, `http/1.1`. */
  protocol: z.string().nullable(),
  firstByteMs: z.number().nullable(),
  heartbeatMs: z.number().nullable(),
  listenedMs: z.number(),
  /** Checks that a fault here left without an answer. */
  notJudged: z.array(z.enum(checks)),
});

/** What `--json` prints. `version` rises when a script that reads it would have to change. */
export const report = z.object({
  version: z.literal(1),
  verdict: z.enum(['healthy', 'warnings', 'errors', 'unreachable']),
  startedAt: z.iso.datetime(),
  tookMs: z.number(),
  host: z.string(),
  origin: z.string(),
  /** From outside in. */
  hops: z.array(hop).min(1),
  /** Errors first, then warnings, then what is well. */
  findings: z.array(finding),
});

export type Finding = z.infer<typeof finding>;
export type Hop = z.infer<typeof hop>;
export type Report = z.infer<typeof report>;
