import type { ProviderAdjustment, RemittanceClaim, RemittanceHeader, RemittanceTotals } from '@caseboard/x12';
import type { OpenedRemittance } from './remittances.repository.ts';
import type { PlannedSet } from './remittance-plan.ts';

/** A set that is being posted. `opened` is absent until the chunk that opens it has committed. */
export interface SetInPosting {
  plan: PlannedSet;
  header: RemittanceHeader;
  opened: OpenedRemittance | undefined;
  /** Its payment was posted from another file while this one ran: nothing of it posts here. */
  isDropped: boolean;
}

export interface ClaimToPost {
  set: SetInPosting;
  claim: RemittanceClaim;
}

export interface SetToClose {
  set: SetInPosting;
  totals: RemittanceTotals;
  providerAdjustments: ProviderAdjustment[];
}

/** What one transaction posts: sets to open, whole claims, sets to close. */
export class PostingChunk {
  readonly opens: SetInPosting[] = [];
  readonly claims: ClaimToPost[] = [];
  readonly closes: SetToClose[] = [];
  private readonly numbers = new Set<string>();

  open(set: SetInPosting): void {
    this.opens.push(set);
  }

  add(set: SetInPosting, claim: RemittanceClaim): void {
    this.claims.push({ set, claim });
    this.numbers.add(claim.controlNumber);
  }

  close(closing: SetToClose): void {
    this.closes.push(closing);
  }

  /** Whether it already decides a claim with this number: a reversal of that must come in a later chunk. */
  decides(controlNumber: string): boolean {
    return this.numbers.has(controlNumber);
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  /** About the number of events it makes. */
  get size(): number {
    return this.opens.length + this.claims.length + this.closes.length;
  }

  /** The sets it has anything of, in the order of the file. */
  sets(): SetInPosting[] {
    const all = new Set([...this.opens, ...this.claims.map(({ set }) => set), ...this.closes.map(({ set }) => set)]);
    return [...all].sort((a, b) => a.plan.ordinal - b.plan.ordinal);
  }

  /** Ordinal of its last claim, undefined when it has none. */
  get lastOrdinal(): number | undefined {
    return this.claims.at(-1)?.claim.ordinal;
  }
}
