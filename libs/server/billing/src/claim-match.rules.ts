/** A claim of ours that a decision may be about. */
export interface Candidate {
  id: string;
  controlNumber: string;
  payerId: string | null;
  chargeCents: number;
}

/** What a decision says of the claim it is about. */
export interface Sought {
  payerId: string;
  chargeCents: number;
}

/**
 * Chooses among claims with one control number (resent, replaced or billed to several payers): the payer counts
 * most, then the charge (a reversal carries it negative), then the newest. Undefined when there is none.
 */
export function chooseClaim<C extends Candidate>(candidates: readonly C[], sought: Sought): C | undefined {
  let best: { candidate: C; score: number } | undefined;
  for (const candidate of candidates) {
    const isPayer = candidate.payerId === sought.payerId;
    const isCharge = candidate.chargeCents === Math.abs(sought.chargeCents);
    const score = (isPayer ? 2 : 0) + (isCharge ? 1 : 0);
    if (!best || score > best.score || (score === best.score && candidate.id > best.candidate.id))
      best = { candidate, score };
  }
  return best?.candidate;
}

/** An earlier decision that a reversal may take back. */
export interface EarlierDecision {
  id: string;
  /** The claim it is about. */
  claimId: string | null;
  payerId: string;
  payerClaimNumber: string | null;
  chargeCents: number;
  paidCents: number;
}

/**
 * The decision a reversal (CLP02 22) takes back: same payer and exactly the opposite charge and payment, the same
 * payer claim number before others, then the newest. Undefined when we never saw it.
 */
export function chooseReversed<D extends EarlierDecision>(
  decisions: readonly D[],
  reversal: { payerId: string; payerClaimNumber: string; chargeCents: number; paidCents: number },
): D | undefined {
  const opposite = decisions.filter(
    (decision) =>
      decision.payerId === reversal.payerId &&
      decision.chargeCents === -reversal.chargeCents &&
      decision.paidCents === -reversal.paidCents,
  );
  const byNumber = opposite.filter((decision) => decision.payerClaimNumber === reversal.payerClaimNumber);
  return (byNumber.length > 0 ? byNumber : opposite).reduce<D | undefined>(
    (newest, decision) => (!newest || decision.id > newest.id ? decision : newest),
    undefined,
  );
}
