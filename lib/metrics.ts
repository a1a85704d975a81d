/** What this process counts of itself. Every room tells it; it asks none but those that offered to be asked. */
export { snapshotBuilt, snapshotServed } from './metrics/cache-metrics';
export { startLagProbe, takeWorstLag } from './metrics/event-loop-metrics';
export { requestDone } from './metrics/http-metrics';
export { liveMetrics } from './metrics/live-metrics';
export { beginPublish } from './metrics/publish-metrics';
export { pulled, pullFrom } from './metrics/pulled';
export { scrape } from './metrics/scrape';
export { version } from './metrics/version';
