import type { ImportCounts, ImportFault } from '@caseboard/contracts';
import type { ClaimItem, SubmittedClaim } from '@caseboard/x12';
import { DistinctHashes } from './distinct-hashes.ts';
import { countsOf, errorsFirst } from './remittance-check.ts';
import { faultOfReader } from './remittance-faults.ts';

/** What pass 1 hands to pass 2; stored as JSON. */
export interface ClaimPlan {
  /** Ordinals of the sets that apply. */
  sets: number[];
  claims: number;
}

/** What reading an 837 found. */
export interface CheckedClaims {
  counts: ImportCounts;
  faults: ImportFault[];
  hasEnvelopeErrors: boolean;
  plan: ClaimPlan;
}

/** Checks an 837 item by item. A set with a value that cannot be read, or of a kind nobody here bills, stays out. */
export class ClaimCheck {
  private readonly plan: ClaimPlan = { sets: [], claims: 0 };
  private readonly faults: ImportFault[] = [];
  private readonly patients = new DistinctHashes();
  private isDental = false;
  /** Claims read so far, for the progress. */
  claims = 0;

  take(item: ClaimItem): CheckedClaims | undefined {
    if (item.type === 'transaction-start') this.isDental = false;
    else if (item.type === 'claim') this.takeClaim(item.claim);
    else if (item.type === 'transaction-end') this.close(item);
    else if (item.type === 'file-end') return this.end(item);
    return undefined;
  }

  private takeClaim(claim: SubmittedClaim): void {
    this.claims += 1;
    const { patient, subscriber } = claim;
    const person = [subscriber?.party?.id, patient?.lastName, patient?.firstName, patient?.birthDate];
    this.patients.add(JSON.stringify(person));
    if (claim.kind === '837d') this.isDental = true;
  }

  private close({ header, totals, hasErrors }: Extract<ClaimItem, { type: 'transaction-end' }>): void {
    const { ordinal, segment } = header.transaction;
    if (this.isDental) {
      const message = `Set ${ordinal} holds dental claims, which are not imported; nothing of it was applied.`;
      this.faults.push({ code: 'x12/unknown-transaction', message, severity: 'error', segment });
    } else if (!hasErrors) {
      this.plan.sets.push(ordinal);
      this.plan.claims += totals.claims;
    }
  }

  private end(item: Extract<ClaimItem, { type: 'file-end' }>): CheckedClaims {
    return {
      counts: { ...countsOf(item.counts), patients: this.patients.distinct().length },
      faults: errorsFirst([...item.faults.map(faultOfReader), ...this.faults]),
      hasEnvelopeErrors: item.hasEnvelopeErrors,
      plan: this.plan,
    };
  }
}
