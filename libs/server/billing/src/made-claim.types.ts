import type { ClaimKind } from './claim-lines.rules.ts';

/** A claim made here, held for a change. */
export interface MadeClaim {
  id: string;
  number: string;
  controlNumber: string;
  kind: ClaimKind;
  encounterId: string;
  revision: number;
  frequency: string;
  /** The claim it replaces or voids. */
  replacesId: string | null;
  /** Codes were finalized again after it was sent, and which of those revisions somebody decided on. */
  lateRevision: number | null;
  decidedRevision: number | null;
  facilityId: string | null;
  chargeCents: number;
  barriers: string[];
  sentAt: Date | null;
}

/** What happened to a claim on its way out, and what was decided about it later; told in its timeline. */
export type MakingAct =
  | 'made'
  | 'made-to-replace'
  | 'made-to-void'
  | 'built-again'
  | 'priced-again'
  | 'changed-after-sent'
  | 'kept'
  | 'replaced'
  | 'voided';

/** One entry of that history. */
export interface ClaimMaking {
  ordinal: number;
  at: Date;
  actor: string;
  act: MakingAct;
  revision: number;
  barriers: number;
  chargeCents: number;
  /** Why, in the words of who decided. */
  note: string | null;
  /** Number of the claim it replaces or voids, or is replaced or voided by. */
  otherNumber: string | null;
}
