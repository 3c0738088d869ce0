import type { DenialCase } from '@caseboard/contracts';
import { dueOf } from '@caseboard/web/kernel';
import type { BoardCardData, DueChipProps } from '@caseboard/web/ui';
import type { CardContext } from '@caseboard/web/worklist';

/** `CO-197`, as payers and people write it. */
export const codeOf = ({ group, carc }: Pick<DenialCase, 'group' | 'carc'>): string => `${group}-${carc}`;

/** The deadline of a case; once it is sent the payer's answer is awaited, and closed cases have none. */
export function caseDue(
  card: Pick<DenialCase, 'stage' | 'dueOn' | 'dueRule'>,
  today: string,
  zone: string,
): DueChipProps {
  const { stage, dueOn, dueRule } = card;
  if (stage === 'closed') return { text: 'Closed' };
  const due = dueOf({ dueOn, dueRule, today, zone });
  return stage === 'submitted' ? { tier: 'paused', text: 'With payer', title: due.title } : due;
}

/** The third line: the remark that explains most, else how many denials the case holds, else its deadline's rule. */
export function remarkOf({
  rarcs,
  denialCount,
  dueRule,
}: Pick<DenialCase, 'rarcs' | 'denialCount' | 'dueRule'>): string {
  const [first] = rarcs;
  const count = denialCount > 1 ? `${denialCount} denials` : undefined;
  const said = first ? `${first.code} ${first.words}` : undefined;
  return [count, said].filter((words) => words !== undefined).join(', ') || (dueRule ?? 'No remark code');
}

/** A case as a card; `stage` is the column it stands in on this screen. */
export function toCard(row: DenialCase, stage: string, context: CardContext): BoardCardData {
  return {
    id: row.id,
    number: row.number,
    stage,
    laneId: row.payerId,
    patient: row.patient,
    cents: row.amountCents,
    code: codeOf(row),
    words: row.carcWords,
    remark: context.savingIds.has(row.id) ? 'Saving' : remarkOf(row),
    detail: `${row.claimNumber}, ${row.payerName}`,
    due: caseDue(row, context.today, context.zone),
    here: context.here.get(row.id) ?? [],
    owner: row.ownerId === null ? null : context.personOf(row.ownerId),
  };
}
