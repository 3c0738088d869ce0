/** What an element of a segment is wrong with: IK4 (AK4). What the element held is left out: it may be a patient's. */
export type AcknowledgedElement = {
  /** IK401-1, from 1. */
  position: number;
  /** IK401-2, 0 when the element is no composite. */
  component: number;
  /** IK403. */
  code: string;
};

/** One segment that was found wrong: IK3 (AK3) and what follows it. */
export type AcknowledgedSegment = {
  /** IK301. */
  id: string;
  /** IK302, counted from ST. */
  position: number;
  /** IK304. */
  code: string;
  /** CTX: the claim it stands in (`CLM01` and its number), when the answer names one. */
  claimControlNumber: string | undefined;
  elements: AcknowledgedElement[];
};

/** The answer to one transaction set: AK2 to IK5 (AK5). */
export type AcknowledgedSet = {
  /** Position in the file, from 1. */
  ordinal: number;
  /** AK101 and AK102: of the group it answers to. */
  functionalId: string;
  groupControlNumber: string;
  /** AK201 and AK202. */
  transactionId: string;
  controlNumber: string;
  /** IK501: `A` accepted, `E` accepted with errors, `P` partly, `R` rejected, `M`, `W`, `X` security. */
  code: string;
  /** IK502 to IK506. */
  errorCodes: string[];
  /** The first of the segments found wrong. */
  segments: AcknowledgedSegment[];
  /** How many were found wrong, kept or not. */
  segmentCount: number;
  /** Ordinal of AK2 in the file. */
  segment: number;
};

/** The answer to a functional group: AK1 and AK9. */
export type AcknowledgedGroup = {
  functionalId: string;
  /** AK102. */
  controlNumber: string;
  /** AK103. */
  guide: string;
  /** AK901: `A`, `E`, `P`, `R` … */
  code: string;
  /** AK902 to AK904. */
  included: number;
  received: number;
  accepted: number;
  /** AK905 to AK909. */
  errorCodes: string[];
  /** AK2 loops of the answer; none when only the group was answered. */
  sets: number;
  /** Ordinal the group itself has among the answers of the file, after its sets. */
  ordinal: number;
  segment: number;
};
