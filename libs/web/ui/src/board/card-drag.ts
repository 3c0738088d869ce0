import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';

/** What a drag carries: only the card's id, so that nothing about a patient leaves the page with it. */
const cardIdOf = (data: Record<string | symbol, unknown>): string | undefined =>
  typeof data.cardId === 'string' ? data.cardId : undefined;

/** Makes the element a card that can be dragged; true while it is in the hand. */
export function useCardDrag(ref: RefObject<HTMLElement | null>, cardId: string, canDrag: boolean): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null || !canDrag) return;
    return draggable({
      element,
      getInitialData: () => ({ cardId }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [ref, cardId, canDrag]);
  return isDragging;
}

/** Makes the element a place to drop cards of a stage; true while a card that may go there is over it. */
export function useStageDrop(
  ref: RefObject<HTMLElement | null>,
  stage: string,
  canDrop: (cardId: string, stage: string) => boolean,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    return dropTargetForElements({
      element,
      getData: () => ({ stage }),
      canDrop: ({ source }) => {
        const cardId = cardIdOf(source.data);
        return cardId !== undefined && canDrop(cardId, stage);
      },
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [ref, stage, canDrop]);
  return isOver;
}

/** Reads a drag's card and the stage it is over, if any. */
export function readDrag(
  source: { data: Record<string | symbol, unknown> },
  targets: readonly { data: Record<string | symbol, unknown> }[],
) {
  const stage = targets[0]?.data.stage;
  return { cardId: cardIdOf(source.data), stage: typeof stage === 'string' ? stage : undefined };
}
