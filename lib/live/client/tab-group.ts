import { OwnStream } from './own-stream';
import type { StreamPorts } from './ports';
import type { StatusStore } from './status-store';
import { TabFollower } from './tab-follower';
import { TabLeader } from './tab-leader';
import { readTabMessage, type TabMessage, toTabWire } from './tab-message';
import type { TabChannel, TabPorts } from './tab-ports';

/**
 * This tab among the tabs of its browser: one leads and holds the stream, the others hear from it what it hears.
 * Where tabs can't find each other, each is alone and has a stream of its own.
 */
export class TabGroup {
  private role: 'away' | 'alone' | 'leading' | 'following' = 'away';
  private readonly own: OwnStream;
  private readonly leader: TabLeader;
  private readonly follower: TabFollower;
  private tabs: TabPorts | null = null;
  private channel: TabChannel | null = null;
  private giveUpLead = () => {};

  constructor(
    private readonly store: StatusStore,
    private readonly ports: StreamPorts,
  ) {
    const post = (message: TabMessage) => this.post(message);
    this.own = new OwnStream(store, ports, {
      state: (message, eventId) => this.tellOn({ kind: 'state', message, eventId }),
      change: (name, message) => this.tellOn({ kind: 'change', name, message }),
    });
    this.leader = new TabLeader(store, ports, post, (revision) => void this.own.lookUp(revision));
    this.follower = new TabFollower(store, ports, post, {
      distrusts: () => void this.replaceLeader(),
      missedMore: () => this.seekLead('take'),
    });
  }

  join(): void {
    this.tabs = this.ports.tabs();
    try {
      this.channel = this.tabs?.openChannel((wire) => this.hear(wire)) ?? null;
    } catch {
      this.channel = null;
    }
    this.store.setConnection('connecting');
    if (this.channel) this.follow();
    else this.beAlone();
  }

  leave(): void {
    this.role = 'away';
    this.giveUpLead();
    this.leader.stop();
    this.follower.stop();
    this.own.end();
    this.closeChannel();
  }

  /** Nobody looks at this tab: one that is looked at is to lead before it, when the lead is to be had. */
  stepBack(): void {
    if (this.role === 'following') this.seekLead('wait');
  }

  offline(): void {
    if (this.hasStream) this.own.offline();
  }

  online(): void {
    if (this.hasStream) this.own.online();
  }

  private get hasStream(): boolean {
    return this.role === 'leading' || this.role === 'alone';
  }

  private follow(): void {
    this.role = 'following';
    this.follower.start();
    this.seekLead('wait');
  }

  private seekLead(how: 'wait' | 'take'): void {
    this.giveUpLead();
    this.giveUpLead =
      this.tabs?.seekLead(how, {
        granted: () => this.lead(),
        lost: () => this.stepDown(),
        unavailable: () => this.beAlone(),
      }) ?? this.giveUpLead;
  }

  private lead(): void {
    this.role = 'leading';
    this.follower.stop();
    this.own.begin(this.store.getView().connection === 'connecting' ? 'connecting' : 'reconnecting');
    this.leader.start();
  }

  private stepDown(): void {
    this.leader.stop();
    this.own.end('reconnecting');
    this.follow();
  }

  private beAlone(): void {
    this.role = 'alone';
    this.follower.stop();
    this.closeChannel();
    this.own.begin();
  }

  /** The leader is silent: what the server says counts, and the lead is ours from now on. */
  private async replaceLeader(): Promise<void> {
    this.store.setConnection('reconnecting');
    await this.own.lookUp(null);
    if (this.role === 'following' && !this.follower.isTrusting) this.seekLead('take');
  }

  private hear(wire: unknown): void {
    const message = readTabMessage(wire);
    if (!message) return;
    if (this.role === 'following') this.follower.hear(message);
    else if (this.role === 'leading') this.leader.hear(message);
  }

  private tellOn(message: TabMessage): void {
    if (this.role === 'leading') this.post(message);
  }

  private post(message: TabMessage): void {
    try {
      this.channel?.post(toTabWire(message));
    } catch {
      // A tab that can't be heard will be replaced by one that can.
    }
  }

  private closeChannel(): void {
    this.channel?.close();
    this.channel = null;
  }
}
