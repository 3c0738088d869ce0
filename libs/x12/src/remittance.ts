import type { TransactionHeader } from './envelope-headers.ts';
import type { Party, Procedure, QualifiedAmount, Reference } from './parties.ts';

/** Who pays or is paid: N1*PR or N1*PE with its references. */
export type RemittanceParty = {
  name: string;
  /** N103: `XX` NPI, `FI` tax id, `XV` plan id. */
  idQualifier: string;
  /** N104; for a payer without one, REF*2U. Empty when the file names none. */
  id: string;
  references: Reference[];
};

/** What stands before the first claim of an 835 (table 1). */
export type RemittanceHeader = {
  transaction: TransactionHeader;
  /** BPR01. */
  handling: string;
  /** BPR02. */
  paidCents: number;
  /** BPR03: `C` credit, `D` debit. */
  creditDebit: string;
  /** BPR04: `ACH`, `CHK`, `NON`, `FWT`… */
  method: string;
  /** BPR05: `CCP`, `CTX`… */
  format: string;
  /** BPR16; where it is missing, the last date of BPR. */
  paymentDate: string | undefined;
  /** TRN02, which the transfer repeats. */
  traceNumber: string;
  /** TRN03, the payer's number at the bank. */
  traceOriginator: string;
  /** DTM*405. */
  productionDate: string | undefined;
  payer: RemittanceParty;
  payee: RemittanceParty;
  references: Reference[];
  /** Ordinal of BPR, or of ST where there is none. */
  segment: number;
};

/** One reason of a CAS: group `CO`, `PR`, `OA`, `PI` or `CR`, CARC, and the amount it takes from the charge. */
export type RemittanceAdjustment = {
  group: string;
  reason: string;
  cents: number;
  quantity: number | undefined;
  segment: number;
};

/** A service line: SVC and what follows it. */
export type RemittanceLine = {
  /** Position in the claim, from 1. */
  ordinal: number;
  /** SVC01, the procedure paid. */
  procedure: Procedure;
  /** SVC06, the procedure submitted where another was paid. */
  submittedProcedure: Procedure | undefined;
  /** SVC04, or SVC01 where its qualifier is `NU`. */
  revenueCode: string;
  chargeCents: number;
  paidCents: number;
  /** SVC05, 1 when left out. */
  units: number;
  /** SVC07. */
  submittedUnits: number | undefined;
  serviceFrom: string | undefined;
  serviceTo: string | undefined;
  adjustments: RemittanceAdjustment[];
  /** RARC of LQ*HE. */
  remarkCodes: string[];
  /** REF*6R. */
  controlNumber: string | undefined;
  references: Reference[];
  amounts: QualifiedAmount[];
  segment: number;
};

/** A claim: CLP and what follows it. */
export type RemittanceClaim = {
  /** Position in the file, from 1: the cursor of an import. */
  ordinal: number;
  /** Position of its transaction set in the file, from 1. */
  transactionOrdinal: number;
  /** LX01 of the group it stands in, empty when there is none. */
  group: string;
  /** CLP01, the number the provider gave. */
  controlNumber: string;
  /** CLP02: 1, 2, 3 processed, 4 denied, 22 reversal, 25 predetermination… */
  status: string;
  chargeCents: number;
  paidCents: number;
  /** CLP05. */
  patientResponsibilityCents: number | undefined;
  /** CLP06. */
  filingIndicator: string;
  /** CLP07, the number the payer gave. */
  payerControlNumber: string;
  /** CLP08. */
  facilityType: string;
  /** CLP09. */
  frequency: string;
  /** CLP11. */
  drg: string;
  /** NM1*QC. */
  patient: Party | undefined;
  /** NM1*IL. */
  insured: Party | undefined;
  /** NM1*74. */
  corrected: Party | undefined;
  /** NM1*82. */
  renderingProvider: Party | undefined;
  /** NM1*TT, to whom the payer sent the claim on. */
  crossoverCarrier: Party | undefined;
  /** DTM*232 and DTM*233. */
  statementFrom: string | undefined;
  statementTo: string | undefined;
  /** DTM*050. */
  receivedDate: string | undefined;
  adjustments: RemittanceAdjustment[];
  /** RARC of MIA and MOA. */
  remarkCodes: string[];
  references: Reference[];
  amounts: QualifiedAmount[];
  lines: RemittanceLine[];
  segment: number;
};

/** One pair of a PLB. Positive lowers the payment, negative raises it. */
export type ProviderAdjustment = {
  providerId: string;
  fiscalPeriodEnd: string | undefined;
  /** PLB03-1: `WO`, `L6`, `72`, `FB`, `CS`… */
  reason: string;
  /** PLB03-2. */
  reference: string;
  cents: number;
  segment: number;
};

/** Sums over one transaction set. */
export type RemittanceTotals = {
  claims: number;
  lines: number;
  adjustments: number;
  chargeCents: number;
  paidCents: number;
  providerAdjustmentCents: number;
};
