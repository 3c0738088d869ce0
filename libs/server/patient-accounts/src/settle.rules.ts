/** A visit as payments see it. */
export interface VisitToSettle {
  claimId: string;
  /** What insurers left to the patient, zero or more. */
  partCents: number;
  /** Nothing is asked for it now: no payment goes there by itself. */
  isHeld: boolean;
}

/** A payment that was not taken back, and where it went so far. */
export interface PaymentToSettle {
  id: string;
  cents: number;
  /** The visit the patient named. */
  claimId: string | null;
  applied: ReadonlyMap<string, number>;
}

/** Cents of a payment that go to a visit; below zero they come back from it. */
export interface Application {
  paymentId: string;
  claimId: string;
  cents: number;
}

/**
 * Where payments go now (domain 9: the visit the patient named, else the oldest). What is applied stays, unless the
 * visit's part fell below it: then the newest payment gives back first. What is free goes, oldest payment first, to
 * its named visit, then to the oldest visits that owe and are not held; the rest stays credit.
 * `visits` come oldest first, `payments` in the order they were recorded. Returns only what changes.
 */
export function settle(visits: readonly VisitToSettle[], payments: readonly PaymentToSettle[]): Application[] {
  const applied = new Map(payments.map((payment) => [payment.id, new Map(payment.applied)]));
  const parts = new Map(visits.map((visit) => [visit.claimId, visit.partCents]));
  const open = new Map<string, number>();
  for (const payment of [...payments].reverse()) release(payment.id, applied, parts);
  for (const { claimId, partCents } of visits) open.set(claimId, partCents - sumOn(applied, claimId));
  for (const payment of payments) spend(payment, applied, open, visits);
  return payments.flatMap((payment) => changesOf(payment, applied.get(payment.id)));
}

type Applied = Map<string, Map<string, number>>;

const sumOn = (applied: Applied, claimId: string): number =>
  [...applied.values()].reduce((sum, of) => sum + (of.get(claimId) ?? 0), 0);

/** Takes from this payment what is more than its visits' parts. */
function release(paymentId: string, applied: Applied, parts: ReadonlyMap<string, number>): void {
  const own = applied.get(paymentId);
  for (const [claimId, cents] of own ?? []) {
    const excess = Math.min(cents, Math.max(0, sumOn(applied, claimId) - (parts.get(claimId) ?? 0)));
    own?.set(claimId, cents - excess);
  }
}

/** Gives what is free of this payment to visits that owe. */
function spend(
  payment: PaymentToSettle,
  applied: Applied,
  open: Map<string, number>,
  visits: readonly VisitToSettle[],
): void {
  const own = applied.get(payment.id) ?? new Map<string, number>();
  let free = payment.cents - [...own.values()].reduce((sum, cents) => sum + cents, 0);
  const oldest = visits.filter(({ isHeld }) => !isHeld).map(({ claimId }) => claimId);
  for (const claimId of payment.claimId === null ? oldest : [payment.claimId, ...oldest]) {
    const cents = Math.min(free, open.get(claimId) ?? 0);
    if (cents <= 0) continue;
    own.set(claimId, (own.get(claimId) ?? 0) + cents);
    open.set(claimId, (open.get(claimId) ?? 0) - cents);
    free -= cents;
  }
}

function changesOf(payment: PaymentToSettle, after: ReadonlyMap<string, number> = new Map()): Application[] {
  const claimIds = new Set([...payment.applied.keys(), ...after.keys()]);
  return [...claimIds].flatMap((claimId) => {
    const cents = (after.get(claimId) ?? 0) - (payment.applied.get(claimId) ?? 0);
    return cents === 0 ? [] : [{ paymentId: payment.id, claimId, cents }];
  });
}
