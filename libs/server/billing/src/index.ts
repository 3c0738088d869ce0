export { carcWords, rarcWords } from './adjustment-words.ts';
export { isDenial, type AdjustmentGroup } from './adjustment.rules.ts';
export { BillingModule } from './billing.module.ts';
export type { ClaimDecision } from './claim-decision.types.ts';
export { ClaimDecisions } from './claim-decisions.service.ts';
export type { Account } from './ledger.rules.ts';
export { Ledger } from './ledger.service.ts';
export { patientPartsOf, type PatientPartPosted } from './ledger-parts.repository.ts';
export {
  claimNumbers,
  ledgerVisits,
  patientOfClaim,
  patientsOfSubmission,
  type LedgerVisit,
} from './ledger-visits.repository.ts';
export { Fees } from './fees.service.ts';
export { FollowUpOpener } from './follow-up-opener.service.ts';
export { FollowUps } from './follow-ups.service.ts';
export { FollowUpBoard } from './follow-up-board.service.ts';
