import { Counter, Histogram } from 'prom-client';
import { singleton } from '@/lib/singleton';
import { registers } from './registry';

/** Named before they happen, so that a rate over the first one is not lost. The types are the live room's. */
const closeReasons = ['left', 'stuck', 'shutdown', 'max-age', 'slow'];
const rejectReasons = ['forbidden', 'method', 'draining', 'unknown', 'address', 'full'];
const resumeKinds = ['new', 'current', 'replay', 'reset'];
const eventKinds = ['change', 'state', 'outside', 'heartbeat'];
const encodings = ['identity', 'gzip'];
/** From a handful of readers to ten thousand on a busy machine. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** Of so many changes the page of processes shows the quantiles. */
const mostWrites = 256;

function counter(name: string, help: string): Counter {
  return new Counter({ name: `signalbox_${name}`, help, registers: registers() });
}

function labelled<Label extends string>(name: string, help: string, label: Label, values: string[]) {
  const counted = new Counter({
    name: `signalbox_${name}`,
    help,
    labelNames: [label],
    registers: registers(),
  });
  for (const value of values) counted.labels(value).inc(0);
  return counted;
}

function histogram(name: string, help: string): Histogram {
  return new Histogram({ name: `signalbox_${name}`, help, buckets, registers: registers() });
}

/** What happened in the live room since the start; it is told as a `LiveObserver`, and never throws. */
export function liveMetrics() {
  return singleton('live-metrics', () => {
    const opened = counter('stream_opened_total', 'Streams opened since the start of the process.');
    const closed = labelled(
      'stream_closed_total',
      'Streams ended, by reason: left (the reader went), stuck or slow (it took too little and was cut off), max-age, shutdown.',
      'reason',
      closeReasons,
    );
    const slowCuts = counter(
      'stream_slow_cuts_total',
      'Streams cut off because their reader took too little (closed as slow or stuck).',
    );
    const rejected = labelled(
      'stream_rejected_total',
      'Streams refused, by reason: forbidden or method (the origin rules), draining, unknown (nothing to show yet), address or full (a cap).',
      'reason',
      rejectReasons,
    );
    const events = labelled(
      'stream_events_total',
      'Frames made for all readers, by kind; each counts once however many read it.',
      'kind',
      eventKinds,
    );
    const resumes = labelled(
      'stream_resumes_total',
      'How streams began: new (the state), current (nothing missed), replay (the changes missed), reset (too old or unknown).',
      'kind',
      resumeKinds,
    );
    const fanOut = histogram(
      'stream_fan_out_seconds',
      'Time to hand one frame to every reader of this process, pauses for other work included.',
    );
    const publishToWrite = histogram(
      'publish_to_write_seconds',
      "Time between a change's entry in the event log and its bytes at the last reader of this process.",
    );
    const bytes = labelled(
      'stream_written_bytes_total',
      'Bytes handed to readers, by encoding.',
      'encoding',
      encodings,
    );
    const skips = counter(
      'stream_skipped_ahead_total',
      'Readers so far behind that they were given the latest state alone.',
    );
    const malformed = counter(
      'bus_malformed_total',
      'Messages on status:updates that were dropped as unreadable.',
    );
    const resyncs = counter(
      'stream_resyncs_total',
      'Times the event log was read because a message was missed.',
    );

    const totals = { opened: 0, closed: 0, rejected: 0, events: 0 };
    const writes: number[] = [];
    return {
      /** Since the start, for whoever shows rates. */
      totals: totals as Readonly<typeof totals>,
      /** Seconds from publish to write of the latest changes, in no order; 256 at most. */
      recentWrites: writes as readonly number[],
      opened() {
        totals.opened += 1;
        opened.inc();
      },
      closed(reason: string) {
        totals.closed += 1;
        closed.inc({ reason });
        if (reason === 'slow' || reason === 'stuck') slowCuts.inc();
      },
      rejected(reason: string) {
        totals.rejected += 1;
        rejected.inc({ reason });
      },
      resumed: (kind: string) => resumes.inc({ kind }),
      eventSent(kind: string) {
        if (kind !== 'heartbeat') totals.events += 1;
        events.inc({ kind });
      },
      fanOut: (seconds: number) => fanOut.observe(seconds),
      publishToWrite(seconds: number) {
        // Its start is a time by the wall clock, which may be set back.
        const elapsed = Math.max(0, seconds);
        publishToWrite.observe(elapsed);
        writes.push(elapsed);
        if (writes.length > mostWrites) writes.shift();
      },
      written: (count: number, encoding: string) => bytes.inc({ encoding }, count),
      skippedAhead: () => skips.inc(),
      malformed: () => malformed.inc(),
      resynced: () => resyncs.inc(),
    };
  });
}
