import type { EncounterClass } from '@caseboard/contracts';
import type { WorkItemPatch } from '@caseboard/server/worklist';
import type { CodingCaseRow, PendRow } from './coding-case.types.ts';

const MOST_WORDS = 45;
/** Bill-hold goal of 3 to 5 days between discharge and bill (ACDIS); four of them for coding. */
const HOLD = { days: 4, counts: 'business' } as const;

export const CLASS_WORDS: Record<EncounterClass, string> = {
  inpatient: 'Inpatient',
  outpatient: 'Outpatient',
  emergency: 'Emergency',
  other: 'Visit',
};

/** Cuts words to what a list shows of the next act. */
export const shortWords = (words: string): string =>
  words.length <= MOST_WORDS ? words : `${words.slice(0, MOST_WORDS - 1).trimEnd()}…`;

/** From which day the bill is held and what that is called; undefined while the patient is in the house. */
export function holdFrom({ class: kind, startedOn, endedOn }: Pick<CodingCaseRow, 'class' | 'startedOn' | 'endedOn'>) {
  const from = kind === 'inpatient' ? endedOn : (endedOn ?? startedOn);
  if (from === null) return undefined;
  const since = kind === 'inpatient' ? 'discharge' : 'the visit';
  return { from, ...HOLD, words: `bill hold goal: ${HOLD.days} business days after ${since}` };
}

/** What a case's work item says: its state and the next act. `notReady`: why the chart cannot be coded yet. */
export function workOf(
  { state, openQueries }: Pick<CodingCaseRow, 'state' | 'openQueries'>,
  pends: readonly PendRow[],
  notReady?: string,
): Pick<WorkItemPatch, 'state' | 'needs'> {
  if (state === 'finalized' || state === 'billed') return { state: 'done', needs: 'Final' };
  if (state === 'not-ready') return { state: 'waiting', needs: shortWords(notReady ?? 'Wait for the chart') };
  if (state === 'pended') return { state: 'waiting', needs: waitingWords(pends) };
  if (openQueries > 0) return { state: 'open', needs: 'Read the answer' };
  if (state === 'reopened') return { state: 'open', needs: 'Code the chart again' };
  return { state: 'open', needs: state === 'ready' ? 'Code the chart' : 'Finish coding' };
}

function waitingWords(pends: readonly PendRow[]): string {
  const open = pends.filter(({ clearedAt }) => clearedAt === null);
  const first = open.find(({ threadId }) => threadId !== null) ?? open[0];
  if (!first) return 'Waiting';
  return shortWords(first.threadId === null ? `Waiting: ${first.reason}` : first.reason);
}
