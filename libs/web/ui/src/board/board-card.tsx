import { IconArrowRight, IconGripVertical, IconMessage } from '@tabler/icons-react';
import { memo, useRef } from 'react';
import { CodeChip } from '../marks/code-chip.tsx';
import { DueChip } from '../marks/due-chip.tsx';
import { Money } from '../marks/money.tsx';
import { FaceStack } from '../people/face-stack.tsx';
import { OwnerFace } from '../people/owner-face.tsx';
import type { Person } from '../people/person.rules.ts';
import type { BoardCardData } from './board.types.ts';
import { useCardDrag } from './card-drag.ts';

/** Props of `BoardCard`. */
export type BoardCardProps = {
  card: BoardCardData;
  isCursor?: boolean;
  isTabStop?: boolean;
  isChanged?: boolean;
  /** Its Move menu is open. */
  hasMenu?: boolean;
  /** Somebody else has it in the hand: drawn as a dashed copy. */
  movedBy?: Person | undefined;
  /** The flag stands on the copy unless a ghost carries it elsewhere. */
  showsFlag?: boolean;
};

function BoardCardView({
  card,
  isCursor = false,
  isTabStop = false,
  isChanged = false,
  hasMenu = false,
  movedBy,
  showsFlag = true,
}: BoardCardProps) {
  const ref = useRef<HTMLElement>(null);
  const isDragging = useCardDrag(ref, card.id, movedBy === undefined);
  const isLifted = isDragging || movedBy !== undefined;
  return (
    <article
      ref={ref}
      className="cb-card"
      data-card-id={card.id}
      data-cursor={isCursor || undefined}
      data-changed={isChanged || undefined}
      data-lifted={isLifted || undefined}
      data-menu={hasMenu || undefined}
      tabIndex={isTabStop ? 0 : -1}
      aria-disabled={isLifted || undefined}
      aria-label={`${card.number}, ${card.code} ${card.words}`}
      aria-keyshortcuts="Enter M"
    >
      {movedBy !== undefined && showsFlag && <MovingFlag by={movedBy} />}
      <CardLines card={card} />
    </article>
  );
}

/** One case on the board; memoised, so that only cards that changed are drawn again. */
export const BoardCard = memo(BoardCardView);

/** The five lines of a card: patient and amount, code and words, remark, claim and payer, then due, unread, people, owner. */
export function CardLines({ card }: { card: BoardCardData }) {
  const here = card.here ?? [];
  return (
    <>
      <div className="cb-card-line">
        <code className="cb-soft">{card.patient}</code>
        <button
          type="button"
          className="cb-card-move"
          data-act="move"
          tabIndex={-1}
          aria-label={`Move ${card.number}`}
          aria-haspopup="dialog"
        >
          <IconArrowRight size={14} aria-hidden="true" />
        </button>
        <span className="cb-push">
          <Money cents={card.cents} as="dollars" strong />
        </span>
      </div>
      <div className="cb-card-line">
        <CodeChip>{card.code}</CodeChip>
        <span className="cb-cut cb-medium">{card.words}</span>
      </div>
      <div className="cb-card-small cb-cut">{card.remark}</div>
      <div className="cb-card-small cb-cut">{card.detail}</div>
      <div className="cb-card-foot">
        <DueChip {...card.due} />
        {card.unread !== undefined && card.unread > 0 && (
          <span className="cb-card-unread">
            <IconMessage size={14} aria-hidden="true" />
            {card.unread}
            <span className="cb-heard"> unread</span>
          </span>
        )}
        <span className="cb-card-people">
          <FaceStack people={here} most={2} size="sm" />
          <OwnerFace owner={card.owner} />
        </span>
      </div>
    </>
  );
}

/** "Ben Okafor is moving this", the orange flag of somebody else's drag. */
export function MovingFlag({ by }: { by: Person }) {
  return (
    <span className="cb-card-flag">
      <IconGripVertical size={12} aria-hidden="true" />
      {by.name} is moving this
    </span>
  );
}
