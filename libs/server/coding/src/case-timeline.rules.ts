import type { CodingState, TimelineEntry } from '@caseboard/contracts';
import { oldestFirst } from '@caseboard/server/kernel';
import { ownerEntries } from '@caseboard/server/worklist';
import type { ItemMove } from '@caseboard/server/worklist';
import type { CaseMove } from './coding-case.types.ts';

/** Everything that happened to a case, to be told as one story. */
export interface CaseHistory {
  encounterNumber: string;
  moves: readonly CaseMove[];
  itemMoves: readonly ItemMove[];
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

/** The case's story, oldest first: the chart, its moves, who held it. */
export const timelineOf = ({ encounterNumber, moves, itemMoves }: CaseHistory): TimelineEntry[] =>
  oldestFirst([...moves.map((move) => caseEntry(encounterNumber, move)), ...ownerEntries(itemMoves)]);

const caseEntry = (encounterNumber: string, move: CaseMove): TimelineEntry => ({
  id: `case:${move.version}`,
  at: move.at.toISOString(),
  kind: move.act,
  text: caseText(move),
  evidence: move.act === 'opened' ? encounterNumber : null,
  amountCents: null,
  actor: move.actor,
});

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
