/** Next calls this once per process, before the first request: the live room opens with it, not with the first visitor. */
export async function register(): Promise<void> {
  const isServing = process.env.NEXT_PHASE !== 'phase-production-build';
  if (process.env.NEXT_RUNTIME === 'nodejs' && isServing) {
    const { measureLive } = await import('@/lib/live/measure');
    measureLive();
  }
}
