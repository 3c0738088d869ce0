import type { CodingState, TimelineEntry } from '@caseboard/contracts';
import type { ItemMove } from '@caseboard/server/worklist';
import type { CaseMove } from './coding-case.types.ts';

/** Everything that happened to a case, to be told as one story. */
export interface CaseHistory {
  encounterNumber: string;
  moves: readonly CaseMove[];
  itemMoves: readonly ItemMove[];
  /** Names of people by id. */
  names: ReadonlyMap<string, string>;
}

const STATE_WORDS: Record<CodingState, string> = {
  'not-ready': 'not ready',
  ready: 'ready',
  'in-progress': 'in progress',
  pended: 'pended',
  coded: 'coded',
  finalized: 'final',
  billed: 'billed',
  reopened: 'reopened',
};

const REOPEN_WORDS: Record<string, string> = {
  'late-document': 'a late document',
  'query-answer': 'the answer to a query',
  denial: 'a denial',
  audit: 'an audit',
  'payer-request': 'a payer asked',
};

/** What the item's owner did; its pauses and ends are moves of the case and told there. */
const OWNER_ACTS = ['taken', 'assigned', 'released'] as const;

/** The case's story, oldest first: the chart, its moves, who held it. */
export function timelineOf({ encounterNumber, moves, itemMoves, names }: CaseHistory): TimelineEntry[] {
  const told = [
    ...moves.map((move) => caseEntry(encounterNumber, move)),
    ...itemMoves.filter(({ act }) => OWNER_ACTS.some((owner) => owner === act)).map((move) => ownerEntry(move, names)),
  ];
  return told.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

const entry = (id: string, { at, actor }: { at: Date; actor: string }, kind: string, text: string): TimelineEntry => ({
  id,
  at: at.toISOString(),
  kind,
  text,
  evidence: null,
  amountCents: null,
  actor,
});

function caseEntry(encounterNumber: string, move: CaseMove): TimelineEntry {
  const told = entry(`case:${move.version}`, move, move.act, caseText(move));
  return move.act === 'opened' ? { ...told, evidence: encounterNumber } : told;
}

function caseText({ act, fromState, toState, reason }: CaseMove): string {
  if (act === 'opened') return `The chart came in without codes; it is ${STATE_WORDS[toState]}`;
  if (act === 'chart-changed')
    return fromState === toState ? 'The chart changed' : `The chart changed; it is ${STATE_WORDS[toState]}`;
  if (act === 'started') return 'Coding began';
  if (act === 'codes-changed') return reason === '1' ? 'Saved one code' : `Saved ${reason ?? 'the'} codes`;
  if (act === 'pended') return `Pended: ${reason ?? 'no reason given'}`;
  if (act === 'pend-cleared') return `No longer pended: ${reason ?? 'no reason given'}`;
  if (act === 'queries-changed') return reason ?? 'A query was closed';
  if (act === 'reopened') return `Reopened for ${reopenWords(reason ?? '')}`;
  return `The chart is ${STATE_WORDS[toState]}`;
}

function reopenWords(reason: string): string {
  const [code = '', ...note] = reason.split(': ');
  return [REOPEN_WORDS[code] ?? code, ...note].join(': ');
}

function ownerEntry(move: ItemMove, names: ReadonlyMap<string, string>): TimelineEntry {
  const nameOf = (id: string | null) => (id === null ? 'nobody' : (names.get(id) ?? 'somebody'));
  const text =
    move.act === 'taken'
      ? `Taken by ${nameOf(move.ownerId)}`
      : move.act === 'assigned'
        ? `Given to ${nameOf(move.ownerId)}`
        : `Released by ${nameOf(move.previousOwnerId)}`;
  return entry(`item:${move.version}`, move, move.act, text);
}
