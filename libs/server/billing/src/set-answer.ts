import type { ImportFault } from '@caseboard/contracts';
import type { AcknowledgedGroup, AcknowledgedSet, AcknowledgementItem } from '@caseboard/x12';
import type { SetNamed } from './acknowledged-sets.repository.ts';
import { answerOfGroup, groupKey } from './answer.rules.ts';
import type { SetAnswer } from './answer.rules.ts';

/** What a 999 says of sets of claims: of one, or of all of a group when it names none. */
export interface SetAnswered extends SetNamed {
  ordinal: number;
  segment: number;
  answer: SetAnswer;
}

/** An item of a 999 as an answer to claims; undefined when it says nothing of claims. */
export function setAnswered(item: AcknowledgementItem): SetAnswered | undefined {
  if (item.type === 'set') return ofSet(item.set);
  return item.type === 'group' ? ofGroup(item.group) : undefined;
}

/** Answers to other kinds of files than claims (AK201, or GS01 where it names no set) are none of ours. */
function ofSet(set: AcknowledgedSet): SetAnswered | undefined {
  if (set.transactionId !== '837') return undefined;
  const { ordinal, segment, groupControlNumber, controlNumber: setControlNumber } = set;
  return { ordinal, segment, groupKey: groupKey(groupControlNumber), setControlNumber, answer: set };
}

function ofGroup(group: AcknowledgedGroup): SetAnswered | undefined {
  if (group.sets > 0 || group.functionalId !== 'HC') return undefined;
  const { ordinal, segment, controlNumber } = group;
  return { ordinal, segment, groupKey: groupKey(controlNumber), setControlNumber: null, answer: answerOfGroup(group) };
}

/** Nobody here sent such a file; the answer is kept all the same. */
export function unmatchedSetFault({ groupKey: group, setControlNumber, segment }: SetAnswered): ImportFault {
  const set = setControlNumber === null ? '' : `, set ${shown(setControlNumber)}`;
  return {
    code: 'acknowledgement/unmatched',
    message: `No claims on record were sent in group ${shown(group)}${set}; the answer is kept.`,
    severity: 'warning',
    segment,
  };
}

const shown = (text: string): string => (/^[A-Za-z0-9]{1,9}$/.test(text) ? text : '?');
