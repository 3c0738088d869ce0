import type { EncounterClass, EncounterCode } from '@caseboard/contracts';
import type { ChartPatient } from '@caseboard/server/records';

/** What a claim is built from: the visit, its patient and coverage, and the final codes. */
export interface ClaimChart {
  encounterId: string;
  class: EncounterClass;
  startedOn: string | null;
  /** Discharge. */
  endedOn: string | null;
  facility: { id: string; name: string; npi: string | null } | null;
  clinicians: readonly { name: string; npi: string | null; role: 'attending' | 'participant' }[];
  patient: ChartPatient;
  /** Of the coverage; null without one. */
  payer: { id: string; name: string; payerCode: string | null } | null;
  memberId: string | null;
  revision: number;
  codes: readonly EncounterCode[];
}
