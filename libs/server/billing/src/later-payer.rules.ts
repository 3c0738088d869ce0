import { isReversalStatus } from './adjustment.rules.ts';
import { net } from './ledger.rules.ts';
import type { Movement } from './ledger.rules.ts';

/** A claim as far as it matters which payer it went to first. */
export interface ClaimInTurn {
  id: string;
  patientId: string;
  controlNumber: string;
  /** `YYYY-MM-DD`. */
  servedOn: string | null;
  chargeCents: number;
  /** SBR01: `P` the first payer, `S` the second, `T` the third, `A` to `H` those after. */
  sequence: string;
}

/** A decision that stands, and what it booked. */
export interface StandingDecision {
  id: string;
  claimId: string;
  /** CLP02. */
  status: string;
  patientCents: number;
  contractualCents: number;
  coordinationCents: number;
  disputedCents: number;
}

/** One visit: the claim to its first payer, those to later ones, and every decision that stands on them. */
export interface VisitInTurn {
  claim: ClaimInTurn;
  claims: ClaimInTurn[];
  decisions: StandingDecision[];
  /** The payer that decided last: 1 the first; 1 too while nobody did. */
  lastTurn: number;
}

const SEQUENCES = 'PSTABCDEFGH';
const STATUS_TURNS: Readonly<Record<string, number>> = { '2': 2, '20': 2, '3': 3, '21': 3 };
const FORWARDED = new Set(['19', '20', '21']);

const turnOfClaim = ({ sequence }: ClaimInTurn): number => Math.max(1, SEQUENCES.indexOf(sequence) + 1);

/** Which payer a decision is of: CLP02 or the claim says a later one (X12 835 CLP02, 837 SBR01). */
const turnOf = ({ status }: StandingDecision, claim: ClaimInTurn | undefined): number =>
  Math.max(STATUS_TURNS[status] ?? 1, claim ? turnOfClaim(claim) : 1);

/**
 * Claims by visit: one to a later payer belongs to the first payer's claim of that patient and day, that of the same
 * control number before that of the same charge before others, then the newest. One without such a claim stands alone.
 */
export function visitsInTurn(claims: readonly ClaimInTurn[], decisions: readonly StandingDecision[]): VisitInTurn[] {
  const first = claims.filter((claim) => turnOfClaim(claim) === 1);
  const byHead = Map.groupBy(claims, (claim) => (turnOfClaim(claim) === 1 ? claim : (headOf(claim, first) ?? claim)));
  const byClaim = Map.groupBy(decisions, ({ claimId }) => claimId);
  return [...byHead].map(([claim, own]) => {
    const made = own.flatMap(({ id }) => byClaim.get(id) ?? []);
    const visit = { claim, claims: own, decisions: made };
    const deciding = made.filter(({ status }) => !isReversalStatus(status));
    return { ...visit, lastTurn: Math.max(1, ...deciding.map((one) => turnIn(visit, one))) };
  });
}

function headOf(later: ClaimInTurn, first: readonly ClaimInTurn[]): ClaimInTurn | undefined {
  const score = (one: ClaimInTurn) =>
    (one.controlNumber === later.controlNumber ? 2 : 0) + (one.chargeCents === later.chargeCents ? 1 : 0);
  return first
    .filter(({ patientId, servedOn }) => patientId === later.patientId && servedOn === later.servedOn)
    .toSorted((a, b) => score(b) - score(a) || (a.id < b.id ? 1 : -1))[0];
}

const turnIn = ({ claims }: Pick<VisitInTurn, 'claims'>, decision: StandingDecision): number =>
  turnOf(
    decision,
    claims.find(({ id }) => id === decision.claimId),
  );

/** Decisions whose patient part is the visit's (domain 2.6): those of the payer that decided last. */
export const lastDecisions = (visit: VisitInTurn): StandingDecision[] =>
  visit.decisions.filter((one) => turnIn(visit, one) >= visit.lastTurn);

/** Whether a payer is left to answer: one that was asked, or one that the last payer forwarded the claim to. */
export const hasPayerToAnswer = (visit: VisitInTurn): boolean =>
  visit.claims.some((claim) => turnOfClaim(claim) > visit.lastTurn) ||
  visit.decisions.some((one) => turnIn(visit, one) === visit.lastTurn && FORWARDED.has(one.status));

/**
 * What a visit has to have booked beside its decisions once a later payer decided: what earlier payers left to the
 * patient was the later one's to decide, and a discount that a later payer repeats counts once. Both go to coordination
 * of benefits, which is even then. Nothing while only one payer decided.
 */
export function movementsOfLaterPayers(visit: VisitInTurn): Movement[] {
  const earlier = visit.decisions.filter((one) => turnIn(visit, one) < visit.lastTurn);
  const later = visit.decisions.filter((one) => turnIn(visit, one) > 1);
  if (earlier.length === 0) return [];
  const left = sum(earlier, ({ patientCents }) => patientCents);
  const short = -left - sum(visit.decisions, ({ coordinationCents }) => coordinationCents);
  const denied = sum(earlier, ({ disputedCents }) => disputedCents);
  const discount = sum(later, ({ contractualCents }) => contractualCents);
  const repeated = Math.max(0, Math.min(short - Math.max(0, denied), discount));
  return net([
    { account: 'patient-receivable', cents: -left },
    { account: 'contractual-adjustment', cents: -repeated },
    { account: 'coordination-of-benefits', cents: left + repeated },
  ]);
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
