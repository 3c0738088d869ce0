import type { AppliedChange } from '@caseboard/web/kernel';

/** Who did something, by the actor of an event. */
export type NameOfActor = (actor: string) => string;

const acts: Readonly<Record<string, string>> = {
  'worklist.item-taken': 'Taken by',
  'worklist.item-assigned': 'Given to somebody else by',
  'worklist.item-released': 'Released by',
  'worklist.item-done': 'Done by',
  'worklist.item-waiting': 'Put on hold by',
  'worklist.item-resumed': 'Resumed by',
  'worklist.item-reopened': 'Opened again by',
};

/** Why a row left a list, in words for the grey row; without a known act it may simply no longer be seen. */
export function goneWords(by: AppliedChange | undefined, nameOf: NameOfActor): string {
  const act = by && acts[by.name];
  return by && act ? `${act} ${nameOf(by.actor)}` : 'No longer yours to see';
}

/** What just happened to a row that stays: the word and the person, `Taken by Jo Tran`; undefined when only values changed. */
export function changeWords(by: AppliedChange | undefined, nameOf: NameOfActor): string | undefined {
  if (!by) return undefined;
  const act = acts[by.name];
  return act ? `${act} ${nameOf(by.actor)}` : `${nameOf(by.actor)}, now`;
}
