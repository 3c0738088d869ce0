import type { CodingCase, CodingState, EncounterSummary, TimelineEntry } from '@caseboard/contracts';
import type { TimelineKind, WorkState } from '@caseboard/web/ui';

const STATES: Record<CodingState, { word: string; mark: WorkState }> = {
  'not-ready': { word: 'Not ready', mark: 'new' },
  ready: { word: 'Ready', mark: 'open' },
  'in-progress': { word: 'In progress', mark: 'working' },
  pended: { word: 'Pended', mark: 'waiting' },
  coded: { word: 'Coded', mark: 'working' },
  finalized: { word: 'Final', mark: 'done' },
  billed: { word: 'Billed', mark: 'done' },
  reopened: { word: 'Reopened', mark: 'open' },
};

/** Where a chart stands, as mark and word: a question that is out comes first, then an answer that was not read. */
export function standingOf({ state, openQueries, pends }: Pick<CodingCase, 'state' | 'openQueries' | 'pends'>): {
  word: string;
  mark: WorkState;
} {
  const waits = pends.some(({ threadId, clearedAt }) => threadId !== null && clearedAt === null);
  if (waits) return { word: 'Waiting for an answer', mark: 'waiting' };
  return openQueries > 0 ? { word: 'Answer to read', mark: 'open' } : STATES[state];
}

export const isFinal = ({ state }: Pick<CodingCase, 'state'>): boolean => state === 'finalized' || state === 'billed';

/** States in which codes can be entered. */
const EDITABLE: readonly CodingState[] = ['ready', 'in-progress', 'pended', 'coded', 'reopened'];

/** Why codes cannot be entered now; undefined when they can. */
export function lockedBecause(
  { state, ownerId }: Pick<CodingCase, 'state' | 'ownerId'>,
  me: { id: string; mayEdit: boolean },
): string | undefined {
  if (!me.mayEdit) return 'You may read this chart, not code it.';
  if (isFinal({ state })) return 'The codes are final. Reopen the chart to change them.';
  if (!EDITABLE.includes(state)) return 'The chart is not complete yet.';
  if (ownerId === null) return 'Nobody has this chart. Take it to enter codes.';
  return ownerId === me.id ? undefined : 'Somebody else has this chart. You may read it.';
}

/** `Inpatient, 15 to 19 Nov 2026`, as far as it is known; a month and year both dates share is said once. */
export function stayWords(
  { class: kind, startedOn, endedOn }: Pick<EncounterSummary, 'class' | 'startedOn' | 'endedOn'>,
  dateWords: (date: string) => string,
): string {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  if (startedOn === null) return name;
  if (endedOn === startedOn) return `${name}, ${dateWords(startedOn)}`;
  if (endedOn === null) return `${name}, since ${dateWords(startedOn)}`;
  const isOneMonth = startedOn.slice(0, 7) === endedOn.slice(0, 7);
  return `${name}, ${isOneMonth ? Number(startedOn.slice(8)) : dateWords(startedOn)} to ${dateWords(endedOn)}`;
}

const KINDS: Readonly<Record<string, TimelineKind>> = {
  pended: 'query',
  'pend-cleared': 'query',
  'queries-changed': 'query',
  'codes-changed': 'code',
  coded: 'code',
};

export const kindOf = ({ kind }: TimelineEntry): TimelineKind => KINDS[kind] ?? 'done';

/** Why a chart is opened again once its codes are final, in words. */
export const REOPEN_REASONS = [
  { value: 'late-document', label: 'A document came late' },
  { value: 'query-answer', label: 'A physician answered' },
  { value: 'denial', label: 'A payer denied it' },
  { value: 'audit', label: 'An audit found something' },
  { value: 'payer-request', label: 'A payer asks' },
] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number]['value'];
