export { groupAdjustments, type AdjustmentGroup } from './adjustment-groups.ts';
export { formatCents, parseCents, parseQuantity } from './cents.ts';
export type { ClaimCode, Diagnosis, DiagnosisRole } from './claim-codes.ts';
export { npiOf, taxIdOf, type ClaimParty } from './claim-parties.ts';
export { claimFileReader, read837, type ClaimItem } from './claim-reader.ts';
export {
  priorPaymentCents,
  type ClaimDate,
  type ClaimFileHeader,
  type ClaimLine,
  type ClaimSubscriber,
  type ClaimTotals,
  type LineAdjudication,
  type OtherPayer,
  type SubmittedClaim,
} from './claim.ts';
export { formatPlainDate, parseDateSpan, parsePlainDate, type DateSpan } from './dates.ts';
export { USUAL_DELIMITERS, type Delimiters } from './delimiters.ts';
export { detectX12, type X12Detection } from './detect.ts';
export type { GroupHeader, InterchangeHeader, TransactionHeader } from './envelope-headers.ts';
export { EnvelopeChecker, type EnvelopeRole } from './envelope.ts';
export { FaultLog } from './fault-log.ts';
export { isEnvelopeFault, type X12Fault, type X12FaultCode } from './faults.ts';
export { FileReader, type FileCounts, type FileItem, type FileReaderOptions } from './file-reader.ts';
export {
  writeInterchange,
  writeInterchangeParts,
  X12Writer,
  type GroupInput,
  type InterchangeInput,
  type TransactionInput,
} from './interchange-writer.ts';
export type { X12Kind } from './kinds.ts';
export { referenceWith, type Party, type Procedure, type QualifiedAmount, type Reference } from './parties.ts';
export { readSegmentBatches, readSegments, type ByteSource } from './read-segments.ts';
export {
  allAdjustments,
  checkClaimBalance,
  checkLineBalance,
  checkPatientShare,
  checkRemittanceBalance,
  checkTransactionBalance,
  type BalanceCheck,
  type BalanceFailure,
  type BalanceIds,
} from './remittance-balance.ts';
export { read835, remittanceFileReader, type RemittanceItem } from './remittance-reader.ts';
export type {
  ProviderAdjustment,
  RemittanceAdjustment,
  RemittanceClaim,
  RemittanceHeader,
  RemittanceLine,
  RemittanceParty,
  RemittanceTotals,
} from './remittance.ts';
export { X12Reader, type X12ReaderOptions } from './segment-reader.ts';
export { trimSegment, writableText, writeSegment, type ElementInput, type SegmentInput } from './segment-writer.ts';
export { X12Segment } from './segment.ts';
export { readTransactions, transactionFileReader, type TransactionItem } from './transaction-reader.ts';
export {
  CLAIM_SET_CONTROL_NUMBER,
  type ClaimFileInput,
  type WrittenAddress,
  type WrittenBillingProvider,
  type WrittenClaim,
  type WrittenClinician,
  type WrittenLine,
  type WrittenSubscriber,
} from './claim-file.ts';
export { write837 } from './claim-file-writer.ts';
export { acknowledgementFileReader, read999, type AcknowledgementItem } from './functional-acknowledgement-reader.ts';
export type {
  AcknowledgedElement,
  AcknowledgedGroup,
  AcknowledgedSegment,
  AcknowledgedSet,
} from './functional-acknowledgement.ts';
export { claimStatusFileReader, readClaimStatus, type ClaimStatusItem } from './claim-status-reader.ts';
export type {
  ClaimStatusHeader,
  ClaimStatusReport,
  LevelStatusReport,
  StatusCode,
  StatusLine,
  StatusReport,
} from './claim-status.ts';
export {
  setErrorWords,
  setOutcome,
  statusOutcome,
  statusWords,
  type SetOutcome,
  type StatusOutcome,
} from './claim-status-words.ts';
