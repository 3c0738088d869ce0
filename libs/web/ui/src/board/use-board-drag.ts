import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent } from 'react';
import { readDrag } from './card-drag.ts';

type DragTold = {
  onMove: (cardId: string, stage: string) => void;
  /** Puts a sentence into the board's live region. */
  say: (sentence: string) => void;
  numberOf: (cardId: string) => string;
  nameOf: (stage: string) => string;
};

/** Listens to drags on the board: tells them aloud and reports a drop on another stage. Escape ends a drag without one. */
export function useBoardDrag({ onMove, say, numberOf, nameOf }: DragTold): void {
  const started = useEffectEvent((cardId: string) =>
    say(`Picked up ${numberOf(cardId)}. Drop it on a stage, or press Escape.`),
  );
  const hovered = useEffectEvent((stage: string | undefined) =>
    say(stage === undefined ? 'Not over a stage' : `Over ${nameOf(stage)}`),
  );
  const dropped = useEffectEvent((cardId: string, stage: string | undefined) => {
    if (stage === undefined) say(`${numberOf(cardId)} stays where it was`);
    else onMove(cardId, stage);
  });
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => readDrag(source, []).cardId !== undefined,
        onDragStart: ({ source }) => started(readDrag(source, []).cardId ?? ''),
        onDropTargetChange: ({ source, location }) => hovered(readDrag(source, location.current.dropTargets).stage),
        onDrop: ({ source, location }) => {
          const { cardId, stage } = readDrag(source, location.current.dropTargets);
          if (cardId !== undefined) dropped(cardId, stage);
        },
      }),
    [],
  );
}
