import type { ClaimKind } from './claim-lines.rules.ts';

/** A claim made here, held for a change. */
export interface MadeClaim {
  id: string;
  number: string;
  controlNumber: string;
  kind: ClaimKind;
  encounterId: string;
  revision: number;
  facilityId: string | null;
  chargeCents: number;
  barriers: string[];
  sentAt: Date | null;
}

/** What happened to a claim on its way out; told in its timeline. */
export type MakingAct = 'made' | 'built-again' | 'priced-again' | 'changed-after-sent';

/** One entry of that history. */
export interface ClaimMaking {
  ordinal: number;
  at: Date;
  actor: string;
  act: MakingAct;
  revision: number;
  barriers: number;
  chargeCents: number;
}
