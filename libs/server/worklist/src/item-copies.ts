import { effectOf } from '@caseboard/server/kernel';
import type { RowDefinition, Tx } from '@caseboard/server/kernel';
import type { CaseKind } from './case-kinds.ts';
import type { ItemChange } from './work-item.types.ts';

/** What items say that their cases also show, as `n` in an UPDATE of the cases; `$1` is the organisation. */
export const ITEM_COPIES =
  'unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[]) AS n(case_id, owner_id, priority, version)';

/** The values of `ITEM_COPIES`, from `$2` on. */
export const itemCopies = (changes: readonly ItemChange[]): unknown[] => [
  changes.map(({ after }) => after.subjectId),
  changes.map(({ after }) => after.ownerId),
  changes.map(({ after }) => after.priority),
  changes.map(({ after }) => after.version),
];

/** Cases that show what their item says: `copy` writes it into their rows, and they are shown as they are now. */
export const copyingKind = <Row extends { id: string }>(
  subjectType: string,
  definition: RowDefinition<Row>,
  copy: (tx: Tx, changes: readonly ItemChange[]) => Promise<Row[]>,
): CaseKind => ({
  subjectType,
  effects: async (tx, changes) => (await copy(tx, changes)).map((row) => effectOf(definition, row, row)),
});
