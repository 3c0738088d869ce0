import type { AppliedChange } from '@caseboard/web/kernel';
import type { BoardCase, BoardKind } from './board-case.ts';

/** Who did something, by the actor of an event. */
export type NameOfActor = (actor: string) => string;

/** Why a move did not happen because somebody was first: who and where to, as far as the case says. */
export function firstWords(
  current: Pick<BoardCase, 'movedBy' | 'stage'> | undefined,
  sawStage: string,
  ofActor: NameOfActor,
  ofStage: (stage: string) => string,
): string {
  if (!current || current.movedBy === null || current.stage === sawStage)
    return 'Somebody changed it first. You see it as it is now.';
  return `${ofActor(current.movedBy)} moved it to ${ofStage(current.stage)} first.`;
}

/** What somebody just did on the board, in one line; undefined for changes of values only. */
export function newsWords(
  by: AppliedChange,
  card: Pick<BoardCase, 'number' | 'stage' | 'ownerId'> | undefined,
  kind: Pick<BoardKind<BoardCase>, 'newsOf' | 'stageWord'>,
  ofActor: NameOfActor,
): string | undefined {
  const number = card?.number ?? 'a case';
  const who = ofActor(by.actor);
  const owner = card && card.ownerId !== null ? ofActor(`user:${card.ownerId}`) : 'somebody';
  const own = kind.newsOf[by.name];
  if (own) return own(who, number, card ? kind.stageWord(card.stage) : 'another view');
  const said: Readonly<Record<string, string>> = {
    'worklist.item-taken': `${who} took ${number}`,
    'worklist.item-assigned': `${who} gave ${number} to ${owner}`,
    'worklist.item-released': `${who} released ${number}`,
  };
  return said[by.name];
}

/** Changes that came together as one line: the last in words, the others counted. */
export function newsLine(said: readonly string[]): string | undefined {
  const last = said.at(-1);
  return last === undefined || said.length === 1 ? last : `${last}, and ${said.length - 1} more`;
}
