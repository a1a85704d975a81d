import type { ServiceStatus } from '@/lib/domain/service-status';
import { entityTag } from '@/lib/entity-tag';
import { SignalHead } from '../_frame/signal-head';
import { cardColours, toneOf } from './card-colours';
import { cardFamily } from './card-fonts';
import { cardText } from './card-text';

export const cardSize = { width: 1200, height: 630 };

/** What a card says. Texts of people may be anything: what can't be drawn is left out. */
export type CardContent = {
  pageName: string;
  status: ServiceStatus;
  title: string;
  /** What stands for a title that can't be drawn. */
  kind: string;
  /** The state in words, in its colour; empty where the title says it. */
  word: string;
  /** What else is known, for one line; what can't be drawn of it is left out. */
  line: readonly string[];
};

/** The entity tag of a card's picture: it is all that the picture is made from. */
export function cardTag(content: CardContent): string {
  return entityTag(JSON.stringify(content));
}

/** The picture that stands for a page where its link is shared. Laid out by Satori, which knows flex boxes alone. */
export function ShareCard({ pageName, status, title, kind, word, line }: CardContent) {
  const tone = toneOf[status];
  const heading = cardText(title) ?? kind;
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        backgroundColor: cardColours.canvas,
        borderBottom: `20px solid ${cardColours[`${tone}-lamp`]}`,
        color: cardColours.ink,
        fontFamily: cardFamily,
        padding: '64px 72px 44px',
        gap: 64,
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center' }}>
        <SignalHead status={status} width={176} height={440} />
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, justifyContent: 'space-between' }}>
        <div style={{ display: 'block', lineClamp: 1, fontSize: 36, color: cardColours['ink-soft'] }}>
          {cardText(pageName) ?? ' '}
        </div>
        <div
          style={{
            display: 'block',
            lineClamp: heading.length > 60 ? 4 : 3,
            wordBreak: 'break-word',
            fontSize: heading.length > 60 ? 60 : 80,
            lineHeight: 1.15,
            fontWeight: 600,
            letterSpacing: '-0.02em',
          }}
        >
          {heading}
        </div>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 6 }}>
          <div
            style={{
              display: 'block',
              lineClamp: 1,
              fontSize: 40,
              fontWeight: 600,
              color: cardColours[tone],
            }}
          >
            {word || ' '}
          </div>
          <div style={{ display: 'block', lineClamp: 1, fontSize: 32, color: cardColours['ink-soft'] }}>
            {line.flatMap((part) => cardText(part) ?? []).join(' · ') || ' '}
          </div>
        </div>
      </div>
    </div>
  );
}
