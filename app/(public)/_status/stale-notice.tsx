import { Notice } from '@/app/_ui/notice';
import type { StatusState } from '@/lib/contracts/live-state';
import { Moment } from '../_time/moment';

/** Says that what is shown is the last known state, and from when. */
export function StaleNotice({ state }: { state: Pick<StatusState, 'stale' | 'staleSince'> }) {
  if (!state.stale) return null;
  return (
    <Notice tone="warning">
      <strong className="font-semibold">This may be out of date.</strong> We cannot reach our own records
      right now. You see the last known state
      {state.staleSince ? (
        <>
          , from <Moment at={state.staleSince} withZone />
        </>
      ) : null}
      .
    </Notice>
  );
}
