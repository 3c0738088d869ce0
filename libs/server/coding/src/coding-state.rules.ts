import type { CodingFinding, CodingState, EncounterClass } from '@caseboard/contracts';

/** Where a case may go from each state (domain 2.1). Nothing else is possible, by hand or by rule. */
const LEGAL: Record<CodingState, readonly CodingState[]> = {
  'not-ready': ['ready'],
  ready: ['not-ready', 'in-progress'],
  'in-progress': ['pended', 'coded'],
  pended: ['in-progress'],
  coded: ['in-progress', 'finalized'],
  finalized: ['billed', 'reopened'],
  billed: ['reopened'],
  reopened: ['in-progress'],
};

/** May a case go from one state to the other? Staying is no move. */
export const isLegalMove = (from: CodingState, to: CodingState): boolean => LEGAL[from].includes(to);

/** States in which codes may be entered; the first entry of a ready or reopened chart starts it. */
export const isEditable = (state: CodingState): boolean =>
  state === 'ready' || state === 'in-progress' || state === 'pended' || state === 'reopened';

/** States the chart is begun from. */
export const isUnbegun = (state: CodingState): boolean => state === 'ready' || state === 'reopened';

/** Final codes are on record. */
export const isFinal = (state: CodingState): boolean => state === 'finalized' || state === 'billed';

/** What readiness looks at. */
export interface ChartFacts {
  class: EncounterClass;
  endedOn: string | null;
  documentCount: number;
}

/** Why a chart cannot be coded yet (domain 2.1, READY guard); undefined when it can. */
export function unreadyBecause({ class: kind, endedOn, documentCount }: ChartFacts): string | undefined {
  if (kind === 'inpatient' && endedOn === null) return 'Wait for the discharge';
  return documentCount === 0 ? 'Wait for documents' : undefined;
}

/** What stands between a case and its final codes. */
export interface FinalFacts {
  state: CodingState;
  findings: readonly CodingFinding[];
  /** Reasons of pends that are not cleared. */
  openPends: readonly string[];
  openQueries: number;
}

/** Why a case cannot be finalized, one line each (domain 2.1, FINALIZED guard); empty when it can. */
export function barriersOf({ state, findings, openPends, openQueries }: FinalFacts): string[] {
  if (isFinal(state)) return ['The chart is final already.'];
  const stops = findings.filter(({ severity }) => severity === 'critical' || severity === 'error');
  const queries = openQueries === 1 ? 'One query is open.' : `${openQueries} queries are open.`;
  return [
    ...(state === 'not-ready' ? ['The chart is not complete yet.'] : []),
    ...stops.map(({ text }) => text),
    ...openPends.map((reason) => `Pended: ${reason}`),
    ...(openQueries > 0 ? [queries] : []),
  ];
}
