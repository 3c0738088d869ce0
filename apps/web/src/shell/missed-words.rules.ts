import type { AppliedChange } from '@caseboard/web/kernel';

/** What an event did to a row, in the office's words. */
const WORDS: Record<string, string> = {
  'worklist.item-opened': 'new',
  'worklist.item-taken': 'taken',
  'worklist.item-assigned': 'assigned',
  'worklist.item-released': 'released',
  'worklist.item-done': 'done',
  'denials.case-opened': 'new',
  'denials.case-moved': 'moved',
  'denials.case-reversed': 'reversed',
  'records.import-changed': 'imported',
};

/** `moved`, `taken`, or `changed` for what has no word of its own. */
export const wordOf = ({ name }: Pick<AppliedChange, 'name'>): string => WORDS[name] ?? 'changed';

/** `3 moved, 1 taken`, most first. */
export function missedWords(changes: readonly Pick<AppliedChange, 'name'>[]): string {
  const groups = [...Map.groupBy(changes, wordOf)].map(([word, own]) => ({ word, count: own.length }));
  groups.sort((a, b) => b.count - a.count || a.word.localeCompare(b.word));
  return groups.map(({ word, count }) => `${count} ${word}`).join(', ');
}
