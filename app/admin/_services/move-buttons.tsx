import { Button } from '@/app/_ui/button';

type MoveButtonsProps = {
  kind: 'group' | 'service';
  id: string;
  name: string;
  isFirst: boolean;
  isLast: boolean;
};

/** Up and down by one place. At an end the button stays, so that keyboard focus does, and does nothing. */
export function MoveButtons({ kind, id, name, isFirst, isLast }: MoveButtonsProps) {
  return (
    <div className="-me-2 flex">
      <Button
        tone="quiet"
        name="move"
        value={`${kind}:${id}:up`}
        aria-disabled={isFirst || undefined}
        className="size-11 px-0"
      >
        <span aria-hidden="true">↑</span>
        <span className="sr-only">Move {name} up</span>
      </Button>
      <Button
        tone="quiet"
        name="move"
        value={`${kind}:${id}:down`}
        aria-disabled={isLast || undefined}
        className="size-11 px-0"
      >
        <span aria-hidden="true">↓</span>
        <span className="sr-only">Move {name} down</span>
      </Button>
    </div>
  );
}
