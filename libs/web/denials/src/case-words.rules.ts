import type { DenialCase, DenialCategory, DenialStage } from '@caseboard/contracts';
import type { AppliedChange } from '@caseboard/web/kernel';

/** Words for ids: who did something by the actor of an event, and a stage's name. */
export interface Names {
  ofActor(actor: string): string;
  ofStage(stage: DenialStage): string;
}

/** `Medical necessity`: a category as people read it. */
export const categoryWords = (category: DenialCategory): string =>
  category.charAt(0).toUpperCase() + category.slice(1).replaceAll('-', ' ');

/** Why a move did not happen because somebody was first: who and where to, as far as the case says. */
export function firstWords(
  current: Pick<DenialCase, 'movedBy' | 'stage'> | undefined,
  sawStage: DenialStage,
  names: Names,
): string {
  if (!current || current.movedBy === null || current.stage === sawStage)
    return 'Somebody changed it first. You see it as it is now.';
  return `${names.ofActor(current.movedBy)} moved it to ${names.ofStage(current.stage)} first.`;
}

/** What somebody just did on the board, in one line; undefined for changes of values only. */
export function newsWords(
  by: AppliedChange,
  card: Pick<DenialCase, 'number' | 'stage' | 'ownerId'> | undefined,
  names: Names,
): string | undefined {
  const number = card?.number ?? 'a case';
  const who = names.ofActor(by.actor);
  const owner = card && card.ownerId !== null ? names.ofActor(`user:${card.ownerId}`) : 'somebody';
  const said: Readonly<Record<string, string>> = {
    'denials.case-moved': card
      ? `${who} moved ${number} to ${names.ofStage(card.stage)}`
      : `${who} moved a case out of this view`,
    'denials.case-opened': `New: ${number}`,
    'denials.case-reversed': `The payer took back ${number}; it is closed`,
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
