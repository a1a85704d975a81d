import { defineCacheMetrics } from './cache-metrics';
import { defineEventLoopMetrics } from './event-loop-metrics';
import { defineHttpMetrics } from './http-metrics';
import { liveMetrics } from './live-metrics';
import { defineProcessMetrics } from './process-metrics';
import { definePublishMetrics } from './publish-metrics';
import { definePulledGauges } from './pulled';
import { registry } from './registry';

/** Everything in Prometheus' text format, with the content type it goes by. What never happened is there as well. */
export async function scrape(): Promise<{ text: string; contentType: string }> {
  liveMetrics();
  defineCacheMetrics();
  defineEventLoopMetrics();
  defineHttpMetrics();
  defineProcessMetrics();
  definePublishMetrics();
  definePulledGauges();
  return { text: await registry().metrics(), contentType: registry().contentType };
}
