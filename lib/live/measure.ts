import 'server-only';
import { redis } from '@/lib/cache/redis';
import { liveMetrics, pullFrom, startLagProbe } from '@/lib/metrics';
import { liveRoom } from './live';
import { observeLive } from './live-observer';
import { watchProcesses } from './processes/processes';

/** Opens the live room and counts what happens in it from its first moment on. Called once, before serving. */
export function measureLive(): void {
  observeLive(liveMetrics());
  const room = liveRoom();
  pullFrom({
    room: () => ({
      open: room.hub.openSessions,
      revision: room.hub.revision,
      redis: redis() === null ? 'off' : room.bus.isUp() ? 'up' : 'down',
    }),
    queuedBytes: () => room.hub.queuedBytes,
  });
  startLagProbe();
  watchProcesses();
}
