import { describe } from 'vitest';
import { atTheDoor } from './at-the-door';
import { behind, type Installation } from './behind';
import { comingAndGoing } from './coming-and-going';
import { keptApart } from './kept-apart';
import type { Answer } from './listen-to';
import { progressive } from './progressive';
import type { RunningProxy } from './run-proxy';
import { turnedAway } from './turned-away';
import { type Asking, type Protocol, visit } from './visit';

/** What each check gets: the installation, and how a visitor asks it in one protocol. */
export type Visitors = {
  protocol: Protocol;
  here: Installation;
  ask(path: string, headers?: Record<string, string>, asking?: Asking): Promise<Answer>;
};

/**
 * Proves that the product stays itself in each protocol that visitors speak to the first of these proxies, which
 * `start` puts in front of the upstream it is given.
 */
export function throughProxy(
  protocols: Protocol[],
  start: (upstream: string) => Promise<RunningProxy[]>,
): void {
  const here = behind(start);
  const visitors = protocols.map((protocol): Visitors => {
    const door = () => ({ port: here.proxies[0]?.port ?? 0, protocol });
    return { protocol, here, ask: (...asked) => visit(door(), ...asked) };
  });
  describe('while all are there', () => {
    progressive(visitors);
    describe.each(visitors)('over $protocol', (one) => {
      keptApart(one);
      atTheDoor(one);
    });
  });
  comingAndGoing(visitors);
  turnedAway(visitors);
}
