import type { FollowUpCase } from '@caseboard/contracts';
import { daysBetween, dueOf, plainDateWords } from '@caseboard/web/kernel';
import type { BoardCardData, DueChipProps } from '@caseboard/web/ui';
import type { CardContext } from '@caseboard/web/worklist';

/** The deadline of a case; one with a promise sleeps until its day, and a resolved one has none. */
export function followUpDue(
  { stage, dueOn, dueRule, promisedOn }: Pick<FollowUpCase, 'stage' | 'dueOn' | 'dueRule' | 'promisedOn'>,
  today: string,
  zone: string,
): DueChipProps {
  if (stage === 'resolved') return { text: 'Resolved' };
  if (stage === 'promised' && promisedOn !== null)
    return {
      tier: 'paused',
      text: `Until ${shortDate(promisedOn, today)}`,
      title: `The payer promised an answer for ${plainDateWords(promisedOn)}`,
    };
  return dueOf({ dueOn, dueRule, today, zone });
}

/** `1 Dec`, with the year only where it is another one: a chip has room for no more. */
const shortDate = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? plainDateWords(day).replace(/ \d{4}$/, '') : plainDateWords(day);

/** `Silent 41 days`: how long nothing was heard. */
export const silenceWords = ({ silentSince }: Pick<FollowUpCase, 'silentSince'>, today: string): string => {
  const days = Math.max(0, daysBetween(silentSince, today));
  return days === 1 ? 'Silent 1 day' : `Silent ${days} days`;
};

/** How often somebody asked, and when the answer is promised. */
export function askedWords({ callCount, promisedOn }: Pick<FollowUpCase, 'callCount' | 'promisedOn'>): string {
  const calls = callCount === 0 ? 'Nobody asked yet' : callCount === 1 ? 'Asked once' : `Asked ${callCount} times`;
  return promisedOn === null ? calls : `${calls}, answer promised ${plainDateWords(promisedOn)}`;
}

/** A case as a card; `stage` is the column it stands in on this screen. */
export const toFollowUpCard = (row: FollowUpCase, stage: string, context: CardContext): BoardCardData => ({
  id: row.id,
  number: row.number,
  stage,
  laneId: row.payerId,
  patient: row.patient,
  cents: row.amountCents,
  code: row.claimNumber,
  words: silenceWords(row, context.today),
  remark: context.savingIds.has(row.id) ? 'Saving' : askedWords(row),
  detail: `${row.controlNumber}, ${row.payerName}`,
  due: followUpDue(row, context.today, context.zone),
  here: context.here.get(row.id) ?? [],
  owner: row.ownerId === null ? null : context.personOf(row.ownerId),
});
