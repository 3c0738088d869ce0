import type { ImportFault } from '@caseboard/contracts';
import type { AcknowledgedGroup, AcknowledgedSet, AcknowledgementItem, InterchangeHeader } from '@caseboard/x12';
import type { AnsweredSender, SetNamed } from './acknowledged-sets.repository.ts';
import { answerOfGroup, groupKey } from './answer.rules.ts';
import type { SetAnswer } from './answer.rules.ts';

/** What a 999 says of sets of claims: of one, or of all of a group when it names none. */
export interface SetAnswered extends SetNamed, AnsweredSender {
  ordinal: number;
  segment: number;
  answer: SetAnswer;
}

/** Reads the items of a 999 as answers to claims. It goes back the way the claims came: senders are turned around. */
export class SetAnswerReader {
  private interchange: InterchangeHeader | undefined;
  private file: AnsweredSender = { senderCodes: [], receiverCode: null, answeredOn: null };

  /** ISA06 of the answer. */
  get sender(): string {
    return this.interchange?.senderId ?? '';
  }

  /** The answer of the next item; undefined when it says nothing of claims. */
  take(item: AcknowledgementItem): SetAnswered | undefined {
    if (item.type === 'interchange') this.interchange = item.interchange;
    if (item.type === 'transaction-start') {
      const { receiverCode, senderCode, groupCreatedOn } = item.transaction;
      const senderCodes = [...new Set([receiverCode, this.interchange?.receiverId ?? ''])].filter(Boolean);
      this.file = { senderCodes, receiverCode: senderCode || null, answeredOn: groupCreatedOn ?? null };
    }
    const answer = item.type === 'set' ? ofSet(item.set) : item.type === 'group' ? ofGroup(item.group) : undefined;
    return answer && { ...answer, ...this.file };
  }
}

type Answered = Omit<SetAnswered, keyof AnsweredSender>;

/** Answers to other kinds of files than claims (AK201, or GS01 where it names no set) are none of ours. */
function ofSet(set: AcknowledgedSet): Answered | undefined {
  if (set.transactionId !== '837') return undefined;
  const { ordinal, segment, groupControlNumber, controlNumber: setControlNumber } = set;
  return { ordinal, segment, groupKey: groupKey(groupControlNumber), setControlNumber, answer: set };
}

function ofGroup(group: AcknowledgedGroup): Answered | undefined {
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
