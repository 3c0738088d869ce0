import type { DenialStage, TimelineEntry } from '@caseboard/contracts';
import { oldestFirst } from '@caseboard/server/kernel';
import { ownerEntries } from '@caseboard/server/worklist';
import type { ItemMove } from '@caseboard/server/worklist';
import type { CaseMove, DenialCaseRow } from './denial-case.types.ts';

/** Everything that happened to a case, to be told as one story. */
export interface CaseHistory {
  of: DenialCaseRow;
  moves: readonly CaseMove[];
  itemMoves: readonly ItemMove[];
}

const STAGE_WORDS: Record<DenialStage, string> = {
  new: 'New',
  triaged: 'Triaged',
  investigating: 'Investigating',
  waiting: 'Waiting',
  decided: 'Decided',
  submitted: 'Submitted',
  closed: 'Closed',
};

/** The case's story, oldest first: the decision, its moves, who held it. */
export const timelineOf = ({ of, moves, itemMoves }: CaseHistory): TimelineEntry[] =>
  oldestFirst([...moves.map((move) => caseEntry(of, move)), ...ownerEntries(itemMoves)]);

function caseEntry(of: DenialCaseRow, move: CaseMove): TimelineEntry {
  const isOpening = move.act === 'opened';
  return {
    id: `case:${move.version}`,
    at: move.at.toISOString(),
    kind: move.act,
    text: caseText(of, move),
    evidence: isOpening ? of.remittanceNumber : move.act === 'linked' ? of.claimNumber : null,
    amountCents: isOpening ? of.amountCents : null,
    actor: move.actor,
  };
}

function caseText(of: DenialCaseRow, { act, fromStage, toStage, reason }: CaseMove): string {
  if (act === 'opened')
    return `The payer denied ${of.denialCount === 1 ? 'one item' : `${of.denialCount} items`} of the claim`;
  if (act === 'reversed') return 'The payer took its decision back; closed by rule';
  if (act === 'linked') return 'The claim was found and linked';
  if (act === 'deadline') return `Deadline counted again: ${reason ?? 'a payer rule changed'}`;
  return `Moved from ${STAGE_WORDS[fromStage ?? 'new']} to ${STAGE_WORDS[toStage]}`;
}
