import { singleton } from './singleton';

const state = singleton('lifecycle', () => ({ draining: false }));

/** Whether this process is on its way out: readiness answers 503 and no new stream is opened. */
export function isDraining(): boolean {
  return state.draining;
}

/** Says that this process will take no new work. There is no way back. */
export function beginDraining(): void {
  state.draining = true;
}
