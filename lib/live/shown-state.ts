import type { StatusState } from '@/lib/contracts/live-state';
import { Frame } from './frame';
import { stateText } from './frames';

/** As many readers come back at once from as many places; the rest is put together anew. */
const mostReplays = 32;

/** A state as it is shown, in every form a reader may need it in, each made when it is first asked for. */
export class ShownState {
  private newest: Frame | null = null;
  private afresh: Frame | null = null;
  private readonly replays = new Map<number, Frame>();

  constructor(readonly state: StatusState) {}

  /** For whoever knows what came before. */
  get frame(): Frame {
    this.newest ??= new Frame(stateText(this.state));
    return this.newest;
  }

  /** For whoever has to forget what came before. */
  get resetFrame(): Frame {
    this.afresh ??= new Frame(stateText(this.state, true));
    return this.afresh;
  }

  /** What was missed since `after`, which `missed` gives, and then the state. After a restart thousands ask for the same. */
  replay(after: number, missed: () => string): Frame {
    const known = this.replays.get(after);
    if (known) return known;
    const frame = new Frame(missed() + this.frame.text, { frame: this.frame, since: 0 });
    if (this.replays.size < mostReplays) this.replays.set(after, frame);
    return frame;
  }
}
